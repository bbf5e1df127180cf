import { printable } from '../shared/printable';

/** Longer names are cut: an id is at most 96 + 1 + 96 characters on the hub. */
const longest = 200;

/** One line of at most `length` characters with every hidden character written out; what is cut off is marked. */
export function shown(text: string, length = longest): string {
  if (text.length <= length) return printable(text);
  // Cut between characters, not between the halves of one.
  const characters = [...text.slice(0, 2 * (length + 1))];
  if (characters.length <= length) return printable(text);
  return `${printable(characters.slice(0, length - 1).join(''))}…`;
}

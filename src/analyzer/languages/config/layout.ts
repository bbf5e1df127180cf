import type { ConfigScalar } from '../../configuration/node';
import { filler } from '../shell/words';

/**
 * A file's text with these values in the place of how they are written: a folded text on one line, escapes resolved, the
 * indentation of a block gone. Every character stays where it stands; where one has nothing to say there is a filler.
 */
export function laidOut(text: string, scalars: readonly ConfigScalar[]): string {
  const pieces: string[] = [];
  let at = 0;
  const placed = scalars.flatMap(({ value, place }) =>
    place && typeof value === 'string' ? [{ value, ...place }] : [],
  );
  for (const { value, start, end } of placed.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    const written = text.slice(start, end);
    pieces.push(text.slice(at, start), written === value ? written : aligned(written, value));
    at = end;
  }
  // In the files of containers `$$` is the `$` of the shell.
  return (pieces.join('') + text.slice(at)).replace(/\$\$(?=[A-Za-z_{])/g, `${filler}$$`);
}

/** The characters of a value at those of the text that they come from; all fillers where that cannot be told. */
function aligned(written: string, value: string): string {
  const laid = Array.from({ length: written.length }, () => filler);
  let at = 0;
  for (const character of value.trimEnd().split('')) {
    at = next(written, at, character);
    if (at >= written.length) return filler.repeat(written.length);
    laid[at] = character;
    // The letter of `\n` stands for nothing by itself.
    at += written[at] === '\\' && /\s/.test(character) ? 2 : 1;
  }
  return laid.join('');
}

/** Where a character of the value stands, what the format adds passed over. */
function next(written: string, from: number, character: string): number {
  if (/\s/.test(character)) {
    const found = /[\s\\]/.exec(written.slice(from, from + 1000));
    return found ? from + found.index : written.length;
  }
  let at = from;
  while (at < written.length && written[at] !== character && /[\s\\|>+\-\d]/.test(written[at] ?? '')) at++;
  return written[at] === character ? at : written.length;
}

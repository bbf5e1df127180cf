/** Control characters, bidirectional overrides and line separators: they can make a terminal or a view lie. */
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text from a source file made safe to show: what cannot be seen is written as `\u{…}`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

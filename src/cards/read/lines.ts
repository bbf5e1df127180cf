/** Makes a card's text safe to parse in bounded time; lines keep their numbers, so that evidence stays right. */
import { type Message, message } from '../../shared/message';

/** More characters are not a card; the rest is not read. */
const mostCharacters = 6_000_000;

/** Longer lines are pictures in base64 or dumps, not sentences. */
const longestLine = 20_000;

/** Rows of one table that are read. */
const mostRows = 1_000;

/** So many lines are read. */
const mostLines = 10_000;

/** Control characters but tab and newline; bidirectional overrides and other invisible marks that make text lie. */
const invisible = /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A card's lines, tamed. */
export interface CardLines {
  readonly lines: readonly string[];
  readonly problems: readonly Message[];
}

/** Splits a card into lines, blanks what is too much, and says so. */
export function tameLines(card: string): CardLines {
  const problems: Message[] = [];
  if (card.length > mostCharacters)
    problems.push(message('The card is too large: only its first {0} characters are read', mostCharacters));
  const whole = card.slice(0, mostCharacters).replace(/\r\n?/g, '\n');
  const lines = whole.replace(invisible, '').split('\n');
  if (lines.length > mostLines) {
    problems.push(message('Only the first {0} lines of the card are read', mostLines));
    lines.length = mostLines;
  }
  cutLines(lines, problems);
  cutTables(lines, problems);
  return { lines, problems };
}

function cutLines(lines: string[], problems: Message[]): void {
  lines.forEach((line, index) => {
    if (line.length <= longestLine) return;
    problems.push(message('Line {0} of the card is too long to read whole', index + 1));
    lines[index] = line.slice(0, longestLine);
  });
}

function cutTables(lines: string[], problems: Message[]): void {
  let rows = 0;
  let cut = 0;
  lines.forEach((line, index) => {
    rows = /^\s{0,3}\|/.test(line) ? rows + 1 : 0;
    if (rows <= mostRows) return;
    cut++;
    lines[index] = '';
    // The blank line ends the table for the parser; counting goes on, so that the rows behind are blanked too.
  });
  if (cut > 0) problems.push(message('{0} rows of a long table are not read', cut));
}

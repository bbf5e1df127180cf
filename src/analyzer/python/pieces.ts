import type { Difference } from '../edits';
import { wordsIn } from '../words';
import type { Stretch } from '../syntax';
import { type Outline, outline } from './outline';

/** A stretch of a cell's text that becomes another one and can be read by itself; offsets are those of the text before. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Of the new text; offsets from its start. */
  readonly outline: Outline;
}

/** Where a function's body stands in the text before. */
interface Body {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/** The whole body of a function within which a cell was changed; null when it is no body that stands for itself afterwards. */
export function pieceOfBody(body: Body, base: number, after: string, made: Difference): Piece | null {
  const [start, end] = [body.start - base, body.end - base];
  const text = after.slice(start, end + made.length - (made.end - made.start));
  const head = `${' '.repeat(body.indent)}def f():\n`;
  const outlined = outline(head + text, 0, after.slice(start + text.length));
  const [range, ...others] = outlined.bodies;
  const isOne =
    outlined.endsHere &&
    range?.start === head.length &&
    range.end === head.length + text.length &&
    others.length === 0;
  if (!isOne || text.trimEnd().endsWith('\\')) return null;
  return { start, end, text, outline: without(outlined, head.length) };
}

/** What stands before members of a class that are read by themselves. */
export const classHead = 'class C:\n';

/** Whole lines of members of a class; null when they are no such lines afterwards. */
export function pieceOfMembers(
  lines: Stretch,
  base: number,
  before: string,
  after: string,
  made: Difference,
): Piece | null {
  const [start, end] = [lines.start - base, lines.end - base];
  const text = after.slice(start, end + made.length - (made.end - made.start));
  const outlined = outline(classHead + text, 0, after.slice(start + text.length));
  const isOne = outlined.endsHere && outlined.selfContained && outlined.statements.length === 1;
  const isInPlace = indentOf(text) === indentOf(before.slice(start, end));
  if (!isOne || !isInPlace || !/[\r\n]$/.test(text) || text.trimEnd().endsWith('\\')) return null;
  return { start, end, text, outline: without(outlined, classHead.length) };
}

/** What stands before the first code. */
function indentOf(lines: string): string {
  return /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\n))*([ \t\f]*)/.exec(lines)?.[1] ?? '';
}

/**
 * The statements at the top which an edit meets, with as many `more` on each side; null when what is around them could be
 * part of the first or last.
 */
export function pieceAround(
  { statements, code }: Outline,
  after: string,
  made: Difference,
  more: number,
): Piece | null {
  const by = made.length - (made.end - made.start);
  const first = statements.filter((start) => start <= made.start).length - 1;
  const behind = statements.findIndex((start, index) => index > first && start >= made.end);
  const last = behind < 0 ? statements.length : behind;
  const start = statements[first - more] ?? 0;
  const end = statements[last + more] ?? code.length;
  const text = after.slice(start, end + by);
  const isCut = end < code.length && text !== '' && !/[\r\n]$/.test(text);
  if (isCut) return null;
  const outlined = outline(text, 0, after.slice(end + by));
  return outlined.selfContained ? { start, end, text, outline: outlined } : null;
}

/** The outline of a text in which a piece is exchanged. */
export function outlineWith(before: Outline, { start, end, text, outline: piece }: Piece): Outline {
  const by = text.length - (end - start);
  const splice = <T>(all: readonly T[], own: readonly T[], at: (item: T) => number, move: Move<T>): T[] => [
    ...all.filter((item) => at(item) < start),
    ...own.map((item) => move(item, start)),
    ...all.filter((item) => at(item) >= end).map((item) => move(item, by)),
  ];
  const startOf = (each: { readonly start: number }) => each.start;
  const code = before.code.slice(0, start) + piece.code + before.code.slice(end);
  return {
    ...before,
    comments: splice(before.comments, piece.comments, startOf, movedRange),
    bodies: splice(before.bodies, piece.bodies, startOf, movedBody),
    statements: splice(
      before.statements,
      piece.statements,
      (at) => at,
      (at, more) => at + more,
    ),
    code,
    words: () => wordsIn(code),
  };
}

type Move<T> = (item: T, by: number) => T;

function movedRange<T extends { readonly start: number; readonly end: number }>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}

function movedBody<T extends { readonly start: number; readonly end: number; readonly first: number }>(
  body: T,
  by: number,
): T {
  return { ...movedRange(body, by), first: body.first + by };
}

/** An outline without the head that was put before its text. */
function without({ comments, bodies, code, ...rest }: Outline, head: number): Outline {
  return {
    ...rest,
    comments: comments.map((each) => movedRange(each, -head)),
    bodies: bodies.map((each) => movedBody(each, -head)),
    statements: [],
    code: code.slice(head),
  };
}

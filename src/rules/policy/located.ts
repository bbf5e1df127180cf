import type { Place, Position } from '../../shared/positions';
import type { Finding } from '../finding';
import type { Path } from './schema';

/** A value read from a file, whose parts know where they stand. */
export interface LocatedValue {
  readonly value: unknown;
  /** What the syntax itself got wrong. */
  readonly findings: readonly Finding[];
  place(path: Path): Place;
}

/** The place of some characters of a text. */
export function placeOf(file: string, text: string, offset: number, length: number): Place {
  return {
    file,
    cell: null,
    range: { start: positionAt(text, offset), end: positionAt(text, offset + length) },
  };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

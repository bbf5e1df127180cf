/** A card's body as a flat list of blocks: what the fields are read from. */
import type { Link } from './link';

/** Text with its markup removed. A line break of the source is `\n`. */
export interface Span {
  readonly text: string;
  readonly links: readonly Link[];
}

/** The heading a block stands under. */
export interface Section {
  readonly title: string;
  /** The titles from the topmost heading down, in lower case. */
  readonly path: readonly string[];
}

interface Placed {
  readonly section: Section;
  readonly startLine: number;
  readonly endLine: number;
}

export interface TextBlock extends Placed, Span {
  readonly kind: 'text';
  readonly inList: boolean;
}

export interface HeadingBlock extends Placed, Span {
  readonly kind: 'heading';
}

export interface CodeBlock extends Placed {
  readonly kind: 'code';
  readonly text: string;
}

export interface TableRow {
  readonly cells: readonly Span[];
  readonly line: number;
}

export interface TableBlock extends Placed {
  readonly kind: 'table';
  readonly header: readonly Span[];
  readonly rows: readonly TableRow[];
}

export type Block = TextBlock | HeadingBlock | CodeBlock | TableBlock;

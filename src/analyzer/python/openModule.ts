import type { Parser } from 'web-tree-sitter';
import { type CellEdit, editOf } from '../edits';
import { allBelow, emptySyntax, type Stretch, type SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import type { HeardInAll, Listener } from './heard';
import { keyOf } from './keys';
import { isCleanWithoutBodies, type LeftOut, PythonModule, readStatements } from './module';
import { fill, OpenBody } from './openBody';
import { type Changes, OpenIndex } from './openIndex';
import { type Outline, outline } from './outline';
import { outlineWith, type Piece, pieceOfBody, piecesAround } from './pieces';

/** A module as it was read last. */
interface Read {
  readonly source: SourceText;
  readonly root: SyntaxNode;
  readonly index: OpenIndex;
  readonly outlines: readonly Outline[];
  /** Where statements at the top make no sense. */
  readonly errors: readonly Stretch[];
}

/** A module, and what its text looks like. */
export interface OpenedModule {
  readonly module: PythonModule;
  readonly outlines: readonly Outline[];
  /** What the text became since it was read last; null when that was another one. */
  readonly edit: CellEdit | null;
}

/**
 * The module of an open document. After an edit only what it touches is parsed and indexed again: the body of a function if
 * it stays within one, else the statements at the top that it meets. Everything else keeps its nodes, which are moved.
 */
export class OpenModule {
  private last: Read | null = null;
  /** The text that the nodes are in. */
  private text = '';
  private readonly textNow = () => this.text;
  /** All nodes of a statement at the top but for those of the bodies in it. */
  private readonly heads = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

  constructor(
    private readonly parser: Parser,
    private readonly listener: Listener,
  ) {}

  /**
   * The module of the text as it is now; null when its syntax is not clean at the top: then it has to be read as a whole, and
   * all that is kept stays as it was. What came or went since the last module is added to `changes`.
   */
  read(source: SourceText, changes: Changes): OpenedModule | null {
    const edit = this.last && editOf(this.last.source, source);
    const edited = this.last && edit ? this.edited(this.last, source, edit, changes) : 'elsewhere';
    const read = edited === 'elsewhere' ? this.whole(source) : edited;
    if (!read) return null;
    if (edited === 'elsewhere') changes.keys.add(keyOf.any);
    this.last = read;
    const { root, index, outlines, errors } = read;
    index.begin();
    return { module: new PythonModule(source, { root, errors }, index), outlines, edit };
  }

  /** See `OpenIndex.asHeard`. */
  asHeard(heard: readonly HeardInAll[]): void {
    this.last?.index.asHeard(heard);
  }

  private whole(source: SourceText): Read | null {
    const outlines = source.cells.map(({ text }) => outline(text, 0));
    if (outlines.some(({ whole }) => !whole)) return null;
    const cells = source.cells.map(({ text }, index) =>
      readStatements(
        this.parser,
        text,
        outlines[index] ?? outline(text, 0),
        source.startOf(index),
        this.accepts(source),
      ),
    );
    const code = outlines.map((each) => each.code).join('\n');
    const bodies = cells.flatMap((each) => each.bodies.map((body) => this.body(body, code)));
    this.text = source.text;
    const { root } = emptySyntax();
    root.end = source.text.length;
    const statements = cells.flatMap((each) => each.statements);
    this.noteHeads(statements);
    fill(root, statements);
    const index = new OpenIndex(root, source.text, code, bodies, this.listener);
    return { source, root, outlines, index, errors: cells.flatMap(({ errors }) => errors.map(stretch)) };
  }

  /** Bodies that other analyses leave in must make sense, or all that is around them is read with them. */
  private accepts(source: SourceText): (bodies: readonly LeftOut[]) => boolean {
    return (bodies) => !bodies.some((each) => isWrong(this.body(each, ''), source.text));
  }

  /** @param code of the text from `base` on */
  private body({ range, block }: LeftOut, code: string, base = 0, inItsPlace?: SyntaxNode): OpenBody {
    const own = code.slice(range.start - base, range.end - base);
    return new OpenBody(this.parser, this.textNow, range, block, own, inItsPlace && [inItsPlace]);
  }

  /** To be called before a body is put into its block. */
  private noteHeads(statements: readonly SyntaxNode[]): void {
    for (const statement of statements) this.heads.set(statement, allBelow([statement]));
  }

  /** Moves what begins behind `from`, and the ends of what holds it; bodies move by themselves. */
  private shift(statements: readonly SyntaxNode[], from: number, by: number): void {
    for (const statement of statements) {
      if (statement.end < from) continue;
      for (const node of this.heads.get(statement) ?? []) {
        if (node.end < from) continue;
        node.end += by;
        if (node.start >= from) node.start += by;
      }
    }
  }

  /** What is read of an edited text; null when that is not clean, `elsewhere` when more has to be read than what was edited. */
  private edited(
    last: Read,
    source: SourceText,
    { index, made }: CellEdit,
    changes: Changes,
  ): Read | 'elsewhere' {
    if (!made) return { ...last, source };
    const base = source.startOf(index);
    const text = source.cells[index]?.text ?? '';
    const body = last.index.bodyAround(made.start + base, made.end + base);
    const inBody = body ? pieceOfBody(body, base, text, made) : null;
    if (body && inBody && this.exchangeBody(last, source, body, inBody, changes)) {
      return this.checked(withPiece(last, source, index, inBody, []), index);
    }
    const outlined = last.outlines[index];
    for (const piece of outlined ? piecesAround(outlined, text, made) : []) {
      if (!piece.outline.selfContained) continue;
      const errors = this.exchangeStatements(last, source, piece, base, changes);
      return this.checked(withPiece(last, source, index, piece, errors), index);
    }
    return 'elsewhere';
  }

  /** False, having done nothing, when the new body makes no sense and is one that is not left out. */
  /** What makes no sense piece by piece may come out clean as a whole: then it has to be read so. */
  private checked(read: Read, cell: number): Read | 'elsewhere' {
    const { source, outlines, errors } = read;
    const [text, outlined] = [source.cells[cell]?.text ?? '', outlines[cell]];
    const start = source.startOf(cell);
    const isOurs = errors.some((each) => each.start >= start && each.start <= start + text.length);
    if (!isOurs || !outlined) return read;
    return isCleanWithoutBodies(this.parser, text, outlined) ? 'elsewhere' : read;
  }

  private exchangeBody(
    last: Read,
    source: SourceText,
    body: OpenBody,
    piece: Piece,
    changes: Changes,
  ): boolean {
    const { root, index } = last;
    const { block, indent, start, end } = body;
    const { code, bodies } = piece.outline;
    const first = start + (bodies[0]?.first ?? 0);
    const by = piece.text.length - (end - start);
    const range = { start, end: end + by, first, indent };
    const placeholder: SyntaxNode = {
      type: 'pass_statement',
      start: first,
      end: range.end,
      field: null,
      parent: block,
      children: [],
    };
    const added = this.body({ range, block }, code, start, placeholder);
    if (isWrong(added, source.text)) return false;
    const definition = block.parent;
    const scope = (definition && index.scopeAt(definition)) ?? index.module;
    index.takeAway(body.isParsed ? block.children : [], new Set([body]), scope, changes);
    if (definition) changes.functions.add(definition);
    this.text = source.text;
    this.shift(root.children, end, by);
    root.end = source.text.length;
    fill(block, [placeholder]);
    block.start = first;
    index.moveTo(source.text, { start, end, code });
    index.takeIn(source.text, [], [added], changes);
    return true;
  }

  /** Answers where the new statements make no sense. */
  private exchangeStatements(
    { root, index }: Read,
    source: SourceText,
    piece: Piece,
    base: number,
    changes: Changes,
  ): readonly Stretch[] {
    const [start, end] = [piece.start + base, piece.end + base];
    const by = piece.text.length - (end - start);
    const added = readStatements(this.parser, piece.text, piece.outline, start, this.accepts(source));
    const taken = added.bodies.map((each) => this.body(each, piece.outline.code, start));
    const isInside = (each: { readonly start: number }) => each.start >= start && each.start < end;
    const gone = root.children.filter(isInside);
    const bodies = new Set(index.openBodies.filter(isInside));
    index.takeAway(gone, bodies, index.module, changes);
    this.text = source.text;
    const before = root.children.filter((node) => node.start < start);
    const behind = root.children.filter((node) => node.start >= end);
    this.shift(behind, end, by);
    this.noteHeads(added.statements);
    fill(root, [...before, ...added.statements, ...behind]);
    root.end = source.text.length;
    index.moveTo(source.text, { start, end, code: piece.outline.code });
    index.takeIn(source.text, added.statements, taken, changes);
    return added.errors.map(stretch);
  }
}

/** Whether a body makes no sense that other analyses would not leave out. */
function isWrong(body: OpenBody, text: string): boolean {
  return body.isShort && body.parse(text).errors.length > 0;
}

function withPiece(
  last: Read,
  source: SourceText,
  cell: number,
  piece: Piece,
  errors: readonly Stretch[],
): Read {
  const outlines = last.outlines.map((each, index) => (index === cell ? outlineWith(each, piece) : each));
  const base = source.startOf(cell);
  const by = piece.text.length - (piece.end - piece.start);
  const left = last.errors.flatMap(({ start, end }) => {
    if (start >= piece.end + base) return [{ start: start + by, end: end + by }];
    return start < piece.start + base ? [{ start, end }] : [];
  });
  return { ...last, source, outlines, errors: [...left, ...errors] };
}

function stretch({ start, end }: Stretch): Stretch {
  return { start, end };
}

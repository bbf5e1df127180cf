import type { Parser } from 'web-tree-sitter';
import { type CellEdit, editOf } from '../edits';
import { allBelow, emptySyntax, type SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import type { HeardInAll, Listener } from './heard';
import { keyOf, keysOf } from './keys';
import { type LeftOut, PythonModule, readStatements } from './module';
import { exchanged } from './memberExchange';
import { fill, OpenBody } from './openBody';
import { type Changes, noChanges, OpenIndex } from './openIndex';
import { type Outline, outline } from './outline';
import {
  areJoined,
  codeOf,
  errorsOutside,
  isCutBy,
  type EditedPiece,
  type Read,
  type ReadPiece,
  stretch,
  withPiece,
} from './openRead';
import { type ClassRead, PieceReader } from './pieceReader';
import { type Piece, pieceAround, pieceOfBody } from './pieces';

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

  private readonly pieces: PieceReader;

  constructor(
    private readonly parser: Parser,
    private readonly listener: Listener,
  ) {
    this.pieces = new PieceReader(parser, this.textNow);
  }

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
  asHeard(heard: () => readonly HeardInAll[]): void {
    this.last?.index.asHeard(heard);
  }

  private whole(source: SourceText): Read | null {
    const outlines = source.cells.map(({ text }) => outline(text, 0));
    if (outlines.some(({ whole }) => !whole)) return null;
    const cells = source.cells.map(({ text }, index) =>
      readStatements(this.parser, text, outlines[index] ?? outline(text, 0), source.startOf(index)),
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
    const errors = cells.flatMap((each) => each.errors.map(stretch));
    const read = { source, root, outlines, index, errors };
    return { ...read, isJoined: areJoined(read) };
  }

  /** @param code of the text from `base` on */
  private body({ range, block }: LeftOut, code: string, base = 0, inItsPlace?: SyntaxNode): OpenBody {
    const own = code.slice(range.start - base, range.end - base);
    return new OpenBody(this.parser, this.textNow, range, block, own, inItsPlace);
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
    if (!body || !inBody) return this.withStatements(last, source, { index, made }, changes);
    const read = withPiece(last, source, index, inBody, []);
    this.exchangeBody(read, body, { piece: inBody, made, base }, changes);
    return read;
  }

  /**
   * What is read of a text in which statements were edited. As long as all of it makes sense it is read as if in one go, and
   * a line that begins a statement may be taken for the end of the one before it (`x =`); else each statement is read alone.
   */
  private withStatements(
    last: Read,
    source: SourceText,
    { index, made }: CellEdit,
    changes: Changes,
  ): Read | 'elsewhere' {
    const outlined = last.outlines[index];
    const text = source.cells[index]?.text ?? '';
    if (!outlined || !made) return 'elsewhere';
    const base = source.startOf(index);
    const members = last.isJoined ? null : this.pieces.membersEdited(last, text, { made, base });
    if (members) {
      const read = withPiece(last, source, index, members.edit.piece, []);
      this.exchangeMembers(read, members.edit, members, changes);
      return read;
    }
    const around = (more: number) => pieceAround(outlined, text, made, more);
    const readAlone = (piece: Piece): ReadPiece => ({
      piece,
      made,
      base,
      added: this.pieces.readPiece(piece, base),
    });
    const exchange = (piece: ReadPiece) => {
      const read = this.exchangeStatements(last, source, index, piece, changes);
      return read.isJoined && read.errors.length > 0 ? 'elsewhere' : read;
    };
    const narrow = around(0) ?? around(1);
    if (!narrow) return 'elsewhere';
    const alone = readAlone(narrow);
    const areOthers = (piece: Piece) => errorsOutside(last, piece, base).length > 0;
    if (alone.added.errors.length === 0 && !areOthers(narrow) && !last.isJoined) return exchange(alone);
    const wide = around(3);
    if (!wide || areOthers(wide) || isCutBy(last.root, wide, base))
      return last.isJoined ? 'elsewhere' : exchange(alone);
    const together = readAlone(wide);
    return exchange(together.added.errors.length === 0 || last.isJoined ? together : alone);
  }

  /** What is kept of other functions rests on what differs in the body, or on the names in its scope. */
  private exchangeBody(
    { source, root, index, outlines }: Read,
    body: OpenBody,
    { piece, made, base }: EditedPiece,
    changes: Changes,
  ): void {
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
    const definition = block.parent;
    const scope = (definition && index.scopeAt(definition)) ?? index.module;
    const [before, edited] = [this.text, this.pieces.editedLines({ piece, made, base })];
    const old = body.isParsed ? [...block.children] : [];
    const declared = scope.declared.size;
    const own = noChanges();
    index.takeAway(old, new Set([body]), scope, own);
    if (definition) own.functions.add(definition);
    this.text = source.text;
    this.shift(root.children, end, by);
    root.end = source.text.length;
    fill(block, [placeholder]);
    block.start = first;
    index.moveTo(source.text, codeOf(outlines), { start, end, code });
    index.takeIn(source.text, [], [added], own);
    const isComparable = body.isClean && added.isClean && declared + scope.declared.size === 0;
    const differing = isComparable ? exchanged(old, block.children, edited) : null;
    const keys = differing ? keysOf(differing, before, source.text) : own.keys;
    for (const key of keys) changes.keys.add(key);
    for (const node of own.functions) changes.functions.add(node);
  }

  private exchangeStatements(
    last: Read,
    source: SourceText,
    cell: number,
    edit: ReadPiece,
    changes: Changes,
  ): Read {
    const { piece, base, added } = edit;
    const read = withPiece(last, source, cell, piece, added.errors.map(stretch));
    const { root, index, outlines } = read;
    const [start, end] = [piece.start + base, piece.end + base];
    const by = piece.text.length - (end - start);
    const inside = root.children.filter((each) => each.start >= start && each.start < end);
    const members = this.pieces.membersIn(last, inside, edit);
    if (members) {
      this.exchangeMembers(read, edit, members, changes);
      return read;
    }
    const { before, gone, added: fresh, behind } = this.pieces.exchangeIn(last, inside, edit);
    const from = behind[0]?.start ?? end;
    const bodies = added.bodies.filter(({ range }) => isAmong(range, fresh));
    const taken = bodies.map((each) => this.body(each, piece.outline.code, start));
    index.takeAway(
      gone,
      new Set(index.openBodies.filter((body) => isAmong(body, gone))),
      index.module,
      changes,
    );
    this.text = source.text;
    const first = root.children.filter((node) => node.start < start);
    const later = [...behind, ...root.children.filter((node) => node.start >= end)];
    this.shift(later, from, by);
    this.noteHeads(fresh);
    fill(root, [...first, ...before, ...fresh, ...later]);
    root.end = source.text.length;
    index.moveTo(source.text, codeOf(outlines), { start, end, code: piece.outline.code }, from);
    index.takeIn(source.text, fresh, taken, changes);
    return { ...read, isJoined: areJoined(read) };
  }

  /** Exchanges some members of a class that is a statement at the top. */
  private exchangeMembers(
    { source, root, index, outlines }: Read,
    edit: ReadPiece,
    { statement, members, bodies }: ClassRead,
    changes: Changes,
  ): void {
    const { piece, base } = edit;
    const { definition, block, before, gone, added, behind, holders } = members;
    const [start, end] = [piece.start + base, piece.end + base];
    const by = piece.text.length - (end - start);
    const scope = index.scopeAt(definition) ?? index.module;
    const from = this.pieces.linesOf(edit).end;
    const taken = bodies
      .filter(({ range }) => isAmong(range, added))
      .map((each) => this.body(each, piece.outline.code, start));
    const left = new Set(index.openBodies.filter((body) => isAmong(body, gone)));
    index.takeAway(gone, left, scope, changes);
    this.text = source.text;
    const held = new Set([...allBelow(gone), ...holders.map(([node]) => node)]);
    const heads = (this.heads.get(statement) ?? []).filter((node) => !held.has(node));
    for (const node of heads) {
      if (node.start < from) continue;
      node.start += by;
      node.end += by;
    }
    for (const [node, made] of holders) [node.start, node.end] = [made.start, made.end];
    this.heads.set(statement, [...heads, ...holders.map(([node]) => node), ...allBelow(added)]);
    this.shift(
      root.children.filter((node) => node !== statement && node.start >= end),
      end,
      by,
    );
    fill(block, [...before, ...added, ...behind]);
    root.end = source.text.length;
    index.moveTo(source.text, codeOf(outlines), { start, end, code: piece.outline.code }, from);
    index.takeIn(source.text, added, taken, changes, scope);
  }
}

/** Whether a body is that of a function among these statements. */
function isAmong({ first }: { readonly first: number }, statements: readonly SyntaxNode[]): boolean {
  return first >= (statements[0]?.start ?? Infinity) && first < (statements.at(-1)?.end ?? -1);
}

import type { Parser } from 'web-tree-sitter';
import { type CellEdit, type Difference, editOf } from '../edits';
import { allBelow, emptySyntax, type Stretch, type SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import type { HeardInAll, Listener } from './heard';
import { keyOf } from './keys';
import {
  isCleanWithoutBodies,
  type LeftOut,
  PythonModule,
  type ReadStatements,
  readStatements,
} from './module';
import { exchangedMembers, type MemberExchange } from './memberExchange';
import { startOfLine } from './occurrences';
import { fill, OpenBody } from './openBody';
import { type Changes, OpenIndex } from './openIndex';
import { type Outline, outline } from './outline';
import { outlineWith, type Piece, pieceOfBody, piecesAround, stretchAround } from './pieces';

/** A module as it was read last. */
interface Read {
  readonly source: SourceText;
  readonly root: SyntaxNode;
  readonly index: OpenIndex;
  readonly outlines: readonly Outline[];
  /** Where statements at the top make no sense. */
  readonly errors: readonly Stretch[];
  /** A line that begins a statement was taken for the end of the one before it (`x =`): that holds for this text only. */
  readonly isJoined: boolean;
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
    const isJoined = cells.some((each, cell) =>
      areJoined(each.statements, outlines[cell]?.statements ?? [], source.startOf(cell)),
    );
    const errors = cells.flatMap((each) => each.errors.map(stretch));
    return { source, root, outlines, index, errors, isJoined };
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
    if (last.isJoined) return 'elsewhere';
    const base = source.startOf(index);
    const text = source.cells[index]?.text ?? '';
    const body = last.index.bodyAround(made.start + base, made.end + base);
    const inBody = body ? pieceOfBody(body, base, text, made) : null;
    if (body && inBody) {
      this.exchangeBody(last, source, body, inBody, changes);
      return withPiece(last, source, index, inBody, []);
    }
    const outlined = last.outlines[index];
    for (const piece of outlined ? piecesAround(outlined, text, made) : []) {
      if (!piece.outline.selfContained) continue;
      const errors = this.exchangeStatements(last, source, { piece, made, base }, changes);
      const isJoined = areJoined(last.root.children, piece.outline.statements, piece.start + base);
      const read = { ...withPiece(last, source, index, piece, errors), isJoined };
      return this.isCleanAround(read, index, piece) ? 'elsewhere' : read;
    }
    return 'elsewhere';
  }

  /** What makes no sense piece by piece may come out clean with what is around it: then it has to be read so. */
  private isCleanAround({ source, outlines, errors }: Read, cell: number, { start, text }: Piece): boolean {
    const around = outlines[cell] && stretchAround(outlines[cell], start, start + text.length);
    const base = source.startOf(cell);
    const isInside = (each: Stretch) =>
      around && each.start >= around.start + base && each.end <= around.end + base;
    if (!around || !errors.some(isInside)) return false;
    const whole = source.cells[cell]?.text ?? '';
    return isCleanWithoutBodies(this.parser, whole.slice(around.start, around.end), around.bodies);
  }

  private exchangeBody(last: Read, source: SourceText, body: OpenBody, piece: Piece, changes: Changes): void {
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
  }

  /** Answers where the new statements make no sense. */
  private exchangeStatements(
    last: Read,
    source: SourceText,
    edit: PieceEdit,
    changes: Changes,
  ): readonly Stretch[] {
    const { root, index } = last;
    const { piece, base } = edit;
    const [start, end] = [piece.start + base, piece.end + base];
    const by = piece.text.length - (end - start);
    const added = readStatements(this.parser, piece.text, piece.outline, start);
    const isInside = (each: { readonly start: number }) => each.start >= start && each.start < end;
    const gone = root.children.filter(isInside);
    const members = this.membersIn(last, gone, added, edit);
    if (members) {
      this.exchangeMembers(last, source, edit, members, changes);
      return added.errors.map(stretch);
    }
    const taken = added.bodies.map((each) => this.body(each, piece.outline.code, start));
    index.takeAway(gone, new Set(index.openBodies.filter(isInside)), index.module, changes);
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

  /** The members of a class that an edit is about; null when it is about more. What makes no sense has to be among them. */
  private membersIn(
    { index, errors }: Read,
    [statement, ...others]: readonly SyntaxNode[],
    added: ReadStatements,
    edit: PieceEdit,
  ): ClassRead | null {
    const [made, ...more] = added.statements;
    if (!statement || !made || others.length + more.length > 0) return null;
    const { piece, base } = edit;
    const by = piece.text.length - (piece.end - piece.start);
    const members = exchangedMembers(statement, made, this.linesOf(edit), by);
    if (!members || index.scopeAt(members.definition)?.declared.size !== 0) return null;
    const before = errors.filter((each) => each.start >= piece.start + base && each.start < piece.end + base);
    const areInside =
      before.every((each) => isWithin(each, members.gone)) &&
      added.errors.every((each) => isWithin(each, members.added));
    return areInside ? { statement, members, bodies: added.bodies } : null;
  }

  /** The whole lines that an edit meets, in the text before. */
  private linesOf({ made, base }: PieceEdit): Stretch {
    const end = this.text.indexOf('\n', made.end + base);
    return { start: startOfLine(this.text, made.start + base), end: end < 0 ? this.text.length : end + 1 };
  }

  /** Exchanges some members of a class that is a statement at the top. */
  private exchangeMembers(
    { root, index }: Read,
    source: SourceText,
    edit: PieceEdit,
    { statement, members, bodies }: ClassRead,
    changes: Changes,
  ): void {
    const { piece, base } = edit;
    const { definition, block, before, gone, added, behind, holders } = members;
    const [start, end] = [piece.start + base, piece.end + base];
    const by = piece.text.length - (end - start);
    const scope = index.scopeAt(definition) ?? index.module;
    const from = this.linesOf(edit).end;
    const own: Changes = { keys: new Set(), functions: new Set(), classes: changes.classes };
    const taken = bodies
      .filter(({ range }) => isAmong(range, added))
      .map((each) => this.body(each, piece.outline.code, start));
    const left = new Set(index.openBodies.filter((body) => isAmong(body, gone)));
    index.takeAway(gone, left, scope, own);
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
    index.moveTo(source.text, { start, end, code: piece.outline.code }, from);
    index.takeIn(source.text, added, taken, own, scope);
    if (own.keys.size + own.functions.size > 0) index.classChanged(definition, own);
    for (const key of own.keys) changes.keys.add(key);
    for (const node of own.functions) changes.functions.add(node);
  }
}

/** An edit of a cell, and the piece of the cell that becomes another one; the cell begins at `base`. */
interface PieceEdit {
  readonly piece: Piece;
  readonly made: Difference;
  readonly base: number;
}

/** A class of which some members are exchanged for others; the bodies are those of all functions in it. */
interface ClassRead {
  readonly statement: SyntaxNode;
  readonly members: MemberExchange;
  readonly bodies: readonly LeftOut[];
}

function isWithin({ start, end }: Stretch, statements: readonly SyntaxNode[]): boolean {
  return start >= (statements[0]?.start ?? Infinity) && end <= (statements.at(-1)?.end ?? -1);
}

/** Whether a body is that of a function among these statements. */
function isAmong({ first }: { readonly first: number }, statements: readonly SyntaxNode[]): boolean {
  return first >= (statements[0]?.start ?? Infinity) && first < (statements.at(-1)?.end ?? -1);
}

/** Whether some of the places at which a line begins a statement lie within a statement. */
function areJoined(statements: readonly SyntaxNode[], starts: readonly number[], base: number): boolean {
  let next = 0;
  return starts.some((each) => {
    const start = each + base;
    while ((statements[next]?.end ?? Infinity) <= start) next++;
    return (statements[next]?.start ?? Infinity) < start;
  });
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

import type { Parser } from 'web-tree-sitter';
import type { Stretch, SyntaxNode } from '../syntax';
import {
  type Edited,
  type Exchange,
  exchanged,
  exchangedMembers,
  exchangedSome,
  type MemberExchange,
  membersAt,
} from './memberExchange';
import { type LeftOut, readMembers, type ReadStatements, readStatements } from './module';
import { startOfLine } from './occurrences';
import type { EditedPiece, Read, ReadPiece } from './openRead';
import { type Piece, pieceOfMembers } from './pieces';

/** A class of which some members are exchanged for others; the bodies are those of all functions in it. */
export interface ClassRead {
  readonly statement: SyntaxNode;
  readonly members: MemberExchange;
  readonly bodies: readonly LeftOut[];
}

/** Reads pieces of an edited text anew, and tells which of the statements in them became other ones. */
export class PieceReader {
  constructor(
    private readonly parser: Parser,
    /** The text before the edit. */
    private readonly text: () => string,
  ) {}

  /** Reads a piece of a cell that begins at `base`. */
  readPiece({ text, outline: outlined, start }: Piece, base: number): ReadStatements {
    return readStatements(this.parser, text, outlined, start + base);
  }

  /** The members of a class that an edit is about, if they make sense by themselves and all of the class did before. */
  membersEdited(
    { root, index, errors }: Read,
    text: string,
    { made, base }: Pick<EditedPiece, 'made' | 'base'>,
  ): (ClassRead & { readonly edit: ReadPiece }) | null {
    const edited = this.linesOf({ made, base });
    const statement = root.children.find(({ start, end }) => start < edited.start && edited.end < end);
    const range = statement && membersAt(statement, edited, this.text());
    if (!range || errors.some((each) => isWithin(each, [statement]))) return null;
    if (index.scopeAt(range.definition)?.declared.size !== 0) return null;
    const before = this.text().slice(base, base + text.length + made.end - made.start - made.length);
    const piece = pieceOfMembers(range.lines, base, before, text, made);
    if (!piece) return null;
    const start = piece.start + base;
    const added = readMembers(this.parser, piece.text, start);
    if (!added) return null;
    const members = exchangedSome(
      range,
      statement,
      added.statements,
      this.editedLines({ piece, made, base }),
    );
    return { statement, members, bodies: added.bodies, edit: { piece, made, base, added } };
  }

  /** What becomes of the statements in a piece. Those that make no sense are read anew with what is around them. */
  exchangeIn({ errors }: Read, inside: readonly SyntaxNode[], edit: ReadPiece): Exchange {
    const { piece, base, added } = edit;
    const made = exchanged(inside, added.statements, this.editedLines(edit));
    const before = errors.filter((each) => each.start >= piece.start + base && each.start < piece.end + base);
    const areInside =
      before.every((each) => isWithin(each, made.gone)) &&
      added.errors.every((each) => isWithin(each, made.added));
    return areInside ? made : { before: [], gone: inside, added: added.statements, behind: [] };
  }

  /** The members of a class that an edit is about; null when it is about more. What makes no sense has to be among them. */
  membersIn(
    { index, errors }: Read,
    [statement, ...others]: readonly SyntaxNode[],
    edit: ReadPiece,
  ): ClassRead | null {
    const { piece, base, added } = edit;
    const [made, ...more] = added.statements;
    if (!statement || !made || others.length + more.length > 0) return null;
    const members = exchangedMembers(statement, made, this.editedLines(edit));
    if (!members || index.scopeAt(members.definition)?.declared.size !== 0) return null;
    const before = errors.filter((each) => each.start >= piece.start + base && each.start < piece.end + base);
    const areInside =
      before.every((each) => isWithin(each, members.gone)) &&
      added.errors.every((each) => isWithin(each, members.added));
    return areInside ? { statement, members, bodies: added.bodies } : null;
  }

  /** The edit as seen from the statements in its piece. */
  editedLines(edit: EditedPiece): Edited {
    const { start, end, text, outline: outlined } = edit.piece;
    const from = start + edit.base;
    return {
      lines: this.linesOf(edit),
      by: text.length - (end - start),
      isEmpty: (first, last) => outlined.code.slice(first - from, last - from).trim() === '',
    };
  }

  /** The whole lines that an edit meets, in the text before. */
  linesOf({ made, base }: Pick<EditedPiece, 'made' | 'base'>): Stretch {
    const end = this.text().indexOf('\n', made.end + base);
    return {
      start: startOfLine(this.text(), made.start + base),
      end: end < 0 ? this.text().length : end + 1,
    };
  }
}

function isWithin({ start, end }: Stretch, statements: readonly SyntaxNode[]): boolean {
  return start >= (statements[0]?.start ?? Infinity) && end <= (statements.at(-1)?.end ?? -1);
}

import { child, type Stretch, type SyntaxNode } from '../syntax';
import { startOfLine } from './occurrences';

/** Statements that become others; those before and behind keep their nodes. */
export interface Exchange {
  readonly before: readonly SyntaxNode[];
  readonly gone: readonly SyntaxNode[];
  readonly added: readonly SyntaxNode[];
  readonly behind: readonly SyntaxNode[];
}

/** An edit as seen from the statements around it. */
export interface Edited {
  /** Whole lines of the text before. */
  readonly lines: Stretch;
  /** How much longer the text is now. */
  readonly by: number;
  /** Whether a stretch of the text as it is now holds no code. */
  readonly isEmpty: (start: number, end: number) => boolean;
}

/** The members of a class that become others. */
export interface MemberExchange extends Exchange {
  readonly definition: SyntaxNode;
  readonly block: SyntaxNode;
  /** The nodes that hold the members, with the nodes they become. */
  readonly holders: readonly (readonly [SyntaxNode, Stretch])[];
}

/**
 * What becomes of the members of a class that was read anew after an edit within it; null when it is no class or its head
 * was edited. Both make sense.
 */
export function exchangedMembers(
  before: SyntaxNode,
  after: SyntaxNode,
  edited: Edited,
): MemberExchange | null {
  const [old, made] = [classIn(before), classIn(after)];
  const [block, blockMade] = [old && child(old, 'body'), made && child(made, 'body')];
  if (!old || !made || !block || !blockMade || before.type !== after.type) return null;
  // The line of the first member begins before the block does.
  if (edited.lines.start < headEnd(old)) return null;
  return {
    definition: old,
    block,
    ...exchanged(block.children, blockMade.children, edited),
    holders: [
      ...new Map([
        [before, after],
        [old, made],
        [block, blockMade],
      ]),
    ],
  };
}

/** What becomes of statements that were read anew after an edit among them. */
export function exchanged(old: readonly SyntaxNode[], made: readonly SyntaxNode[], edited: Edited): Exchange {
  const { lines } = edited;
  const most = Math.min(old.length, made.length);
  let kept = 0;
  while (kept < most && endsBefore(old[kept], lines) && isSame(old[kept], made[kept], 0, edited)) kept++;
  let keptBehind = 0;
  while (keptBehind < most - kept) {
    const [last, lastMade] = [old.at(-1 - keptBehind), made.at(-1 - keptBehind)];
    if (!last || last.start < lines.end || !isSame(last, lastMade, edited.by, edited)) break;
    keptBehind++;
  }
  return {
    before: old.slice(0, kept),
    gone: old.slice(kept, old.length - keptBehind),
    added: made.slice(kept, made.length - keptBehind),
    behind: old.slice(old.length - keptBehind),
  };
}

/** The members of a class of which some, from one index to another, were read anew. */
export function exchangedSome(
  { definition, block, first, last }: MemberRange,
  statement: SyntaxNode,
  made: readonly SyntaxNode[],
  edited: Edited,
): MemberExchange {
  const { children } = block;
  const some = exchanged(children.slice(first, last), made, edited);
  const before = [...children.slice(0, first), ...some.before];
  const start = before.length > 0 ? block.start : (some.added[0]?.start ?? block.start);
  const longer = (node: SyntaxNode) => ({ start: node.start, end: node.end + edited.by });
  return {
    definition,
    block,
    before,
    gone: some.gone,
    added: some.added,
    behind: [...some.behind, ...children.slice(last)],
    holders: [
      ...new Map<SyntaxNode, Stretch>([
        [statement, longer(statement)],
        [definition, longer(definition)],
        [block, { ...longer(block), start }],
      ]),
    ],
  };
}

/** Some members of a class. */
export interface MemberRange {
  readonly definition: SyntaxNode;
  readonly block: SyntaxNode;
  /** The first of them, and the one behind the last, which there is. */
  readonly first: number;
  readonly last: number;
  /** The lines that they take up. */
  readonly lines: Stretch;
}

/** The members of a class that an edit meets, if there are others behind them and they stand on lines of their own. */
export function membersAt(statement: SyntaxNode, edited: Stretch, text: string): MemberRange | null {
  const definition = classIn(statement);
  const block = definition && child(definition, 'body');
  if (!definition || !block) return null;
  const lineOf = (at: number) => startOfLine(text, block.children[at]?.start ?? 0);
  const last = block.children.findIndex(({ start }) => start >= edited.end);
  let first = last - 1;
  while (first > 0 && lineOf(first) > edited.start) first--;
  if (first < 0) return null;
  const lines = { start: lineOf(first), end: lineOf(last) };
  const behind = Math.max(headEnd(definition), block.children[first - 1]?.end ?? 0);
  const areAlone = lines.start > behind && lines.start <= edited.start && lines.end >= edited.end;
  return areAlone && (block.children[last - 1]?.end ?? 0) < lines.end
    ? { definition, block, first, last, lines }
    : null;
}

function classIn(statement: SyntaxNode): SyntaxNode | undefined {
  const definition = statement.type === 'decorated_definition' ? child(statement, 'definition') : statement;
  return definition?.type === 'class_definition' ? definition : undefined;
}

/** Where the last part of a class's head ends. */
function headEnd({ children }: SyntaxNode): number {
  return Math.max(...children.filter(({ field }) => field !== 'body').map(({ end }) => end));
}

function endsBefore(member: SyntaxNode | undefined, { start }: Stretch): boolean {
  return member !== undefined && member.end <= start;
}

/** Comments at the end of a statement may count as part of it, or not. */
function isSame(
  a: SyntaxNode | undefined,
  b: SyntaxNode | undefined,
  by: number,
  { isEmpty }: Pick<Edited, 'isEmpty'>,
): boolean {
  if (a?.type !== b?.type || a === undefined || a.start + by !== b?.start) return false;
  const end = a.end + by;
  return end === b.end || isEmpty(Math.min(end, b.end), Math.max(end, b.end));
}

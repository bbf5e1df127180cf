import { child, type Stretch, type SyntaxNode } from '../syntax';

/** Statements that become others; those before and behind keep their nodes. */
export interface Exchange {
  readonly before: readonly SyntaxNode[];
  readonly gone: readonly SyntaxNode[];
  readonly added: readonly SyntaxNode[];
  readonly behind: readonly SyntaxNode[];
}

/** The members of a class that become others. */
export interface MemberExchange extends Exchange {
  readonly definition: SyntaxNode;
  readonly block: SyntaxNode;
  /** The nodes that hold the members, with the nodes they become. */
  readonly holders: readonly (readonly [SyntaxNode, SyntaxNode])[];
}

/**
 * What becomes of the members of a class that was read anew after an edit within it; null when it is no class or its head
 * was edited. Both make sense.
 * @param edited whole lines of the text before
 */
export function exchangedMembers(
  before: SyntaxNode,
  after: SyntaxNode,
  edited: Stretch,
  by: number,
): MemberExchange | null {
  const [old, made] = [classIn(before), classIn(after)];
  const [block, blockMade] = [old && child(old, 'body'), made && child(made, 'body')];
  if (!old || !made || !block || !blockMade || before.type !== after.type) return null;
  // The line of the first member begins before the block does.
  if (edited.start < headEnd(old)) return null;
  return {
    definition: old,
    block,
    ...exchanged(block.children, blockMade.children, edited, by),
    holders: [
      ...new Map([
        [before, after],
        [old, made],
        [block, blockMade],
      ]),
    ],
  };
}

/**
 * What becomes of statements that were read anew after an edit among them.
 * @param edited whole lines of the text before
 */
export function exchanged(
  old: readonly SyntaxNode[],
  made: readonly SyntaxNode[],
  edited: Stretch,
  by: number,
): Exchange {
  const most = Math.min(old.length, made.length);
  let kept = 0;
  while (kept < most && endsBefore(old[kept], edited) && isSame(old[kept], made[kept], 0)) kept++;
  let keptBehind = 0;
  while (keptBehind < most - kept) {
    const [last, lastMade] = [old.at(-1 - keptBehind), made.at(-1 - keptBehind)];
    if (!last || last.start < edited.end || !isSame(last, lastMade, by)) break;
    keptBehind++;
  }
  return {
    before: old.slice(0, kept),
    gone: old.slice(kept, old.length - keptBehind),
    added: made.slice(kept, made.length - keptBehind),
    behind: old.slice(old.length - keptBehind),
  };
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

function isSame(a: SyntaxNode | undefined, b: SyntaxNode | undefined, by: number): boolean {
  return a?.type === b?.type && a !== undefined && a.start + by === b?.start && a.end + by === b.end;
}

import type { SyntaxNode } from '../syntax';
import type { Arguments } from './arguments';
import type { CallSite, Value } from './values';

/** One call of a function of the workspace, in which its body is evaluated. Where there is none, any call may be meant. */
export interface Frame {
  readonly number: number;
  readonly function: SyntaxNode;
  readonly args: Arguments;
  /** The call, when it stands in the source. */
  readonly site: CallSite | null;
  readonly self: Value | null;
  /** The call in which the function was defined. */
  readonly closure: Frame | null;
  /** Calls on the way here. */
  readonly depth: number;
}

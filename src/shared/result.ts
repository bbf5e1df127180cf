import type { Message } from './message';

/** "Could not" as a value: what was wanted, or a sentence that says why it is not there. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Message };

/** A result that holds `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that says why there is no value. */
export function failure<T>(error: Message): Result<T> {
  return { ok: false, error };
}

/** An error that is the user's to mend (bad argument, missing file): caught once, at the edge, shown without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(readonly reason: Message) {
    super(reason.text);
  }
}

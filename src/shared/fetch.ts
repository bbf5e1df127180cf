/** What the core needs of a network. Implemented in `platform/`; nothing below knows which library or browser does it. */
import type { Disposable } from './disposable';
import type { Cancellation } from './host';

/** Tells work that waits, for an answer or for time to pass, to stop. */
export interface CancelSignal extends Cancellation {
  onCancel(listener: () => void): Disposable;
}

/** The signal of work that nobody cancels. */
export const neverCancelled: CancelSignal = {
  cancelled: false,
  onCancel: () => ({ dispose: () => undefined }),
};

/** One GET. Redirects are not followed: the caller decides which host hears what. */
export interface FetchRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
  /** Bytes of the unpacked answer, more is an answer too large. */
  readonly maxBytes: number;
  readonly signal: CancelSignal;
}

/** Why there is no answer. `cut-off`: it began and did not end; `offline`: no connection came about. */
export type FetchFailure = 'timeout' | 'offline' | 'cut-off' | 'too-large' | 'cancelled';

/** A whole answer of any status, or why there is none; never throws. */
export type FetchAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly header: (name: string) => string | null;
      readonly body: Uint8Array;
    }
  | { readonly kind: FetchFailure; readonly detail: string };

/** Asks the network. */
export type Fetch = (request: FetchRequest) => Promise<FetchAnswer>;

/** Lets time pass; returns at once when cancelled. */
export type Wait = (milliseconds: number, signal: CancelSignal) => Promise<void>;

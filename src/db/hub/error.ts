import { type Message, message } from '../../shared/message';

/** What can be wrong with a question to the hub; each is said and handled differently. */
export type HubErrorKind =
  | 'not-found'
  | 'gated'
  | 'unauthorised'
  | 'rate-limited'
  | 'server-error'
  | 'timeout'
  | 'cut-off'
  | 'wrong-json'
  | 'too-large'
  | 'offline'
  | 'cancelled'
  /** The project's policy says that the id must not leave the machine. */
  | 'private'
  /** The words are no id that a hub could know. */
  | 'no-id';

/** A sentence with its kind, so that a `HubResult` is a `Result`. */
export interface HubError extends Message {
  readonly kind: HubErrorKind;
  /** Seconds that the hub asks to wait, where it does. */
  readonly retryAfter: number | null;
}

export type HubResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: HubError };

export function hubFailure(
  kind: HubErrorKind,
  reason: Message,
  retryAfter: number | null = null,
): { readonly ok: false; readonly error: HubError } {
  return { ok: false, error: { ...reason, kind, retryAfter } };
}

/** Errors after which the next model would fare no better: a batch stops there. */
export function stopsBatch({ kind }: HubError): boolean {
  return kind === 'rate-limited' || kind === 'offline' || kind === 'cancelled';
}

/** How the hub itself names its refusals (`X-Error-Code`). */
const codes: Readonly<Partial<Record<string, { kind: HubErrorKind; reason: Message }>>> = {
  RepoNotFound: { kind: 'not-found', reason: message('the hub has no such model, or it is private') },
  RevisionNotFound: { kind: 'not-found', reason: message('the hub has no such revision of the model') },
  EntryNotFound: { kind: 'not-found', reason: message('the model has no such file') },
  GatedRepo: { kind: 'gated', reason: message('the model is gated: accept its terms on the hub first') },
};

/** What an answer that is no success means. `known` says whether a token went with the question. */
export function refusal(
  status: number,
  header: (name: string) => string | null,
  known: boolean,
): { kind: HubErrorKind; reason: Message } {
  const coded = codes[header('x-error-code') ?? ''];
  if (coded) return coded;
  if (status === 404 || status === 410)
    return { kind: 'not-found', reason: message('the hub has no such model') };
  if (status === 401)
    return known
      ? { kind: 'unauthorised', reason: message('the hub does not accept the token for this model') }
      : {
          kind: 'unauthorised',
          reason: message('the hub has no such model, or it is private and needs a token'),
        };
  if (status === 403)
    return {
      kind: 'gated',
      reason: message('the hub does not let you see it: accept its terms, or use another token'),
    };
  if (status === 429) return { kind: 'rate-limited', reason: message('the hub asks to slow down') };
  return { kind: 'server-error', reason: message('the hub answered with status {0}', status) };
}

import type { HubError } from './error';

/** Questions are asked again so often. */
export const retries = 3;

/** Longer than this nobody waits: the error then says when to come back. */
const longestWait = 60_000;

const firstWait = 1000;

/** What may be over in a moment. */
const passing: ReadonlySet<HubError['kind']> = new Set([
  'rate-limited',
  'server-error',
  'timeout',
  'cut-off',
]);

/**
 * Milliseconds until the next try, or null when there is none: the hub's own wish goes before doubling.
 * @param attempt tries so far, from 1
 * @param chance a number from 0 to 1: waiting clients must not come back all at once
 */
export function pauseBefore(error: HubError, attempt: number, chance: number): number | null {
  if (attempt > retries || !passing.has(error.kind)) return null;
  const wished = error.retryAfter === null ? null : error.retryAfter * 1000;
  const pause = wished ?? firstWait * 2 ** (attempt - 1) * (1 + chance / 2);
  return pause <= longestWait ? pause : null;
}

/** The seconds of a `Retry-After`, which is a number of them or a date; null when it is neither. */
export function secondsOf(retryAfter: string | null, now: number): number | null {
  const text = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(date) ? Math.max(0, Math.ceil((date - now) / 1000)) : null;
}

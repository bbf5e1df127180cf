import pLimit from 'p-limit';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { type HubError, hubFailure, type HubResult, stopsBatch } from './error';

/** Questions that are under way at a time: a hub is a shared place. */
const concurrency = 4;

/**
 * Asks for many things, a few at a time, in their order. After an error that would meet the rest as well (no network, slow down), and
 * when cancelled, nothing more is sent: what is left gets the same error. `done` hears each answer as it comes.
 */
export async function askAll<Q, A>(
  questions: readonly Q[],
  ask: (question: Q) => Promise<HubResult<A>>,
  done: (question: Q, answer: HubResult<A>) => void,
  signal: CancelSignal,
): Promise<void> {
  const limit = pLimit(concurrency);
  let stopped: HubError | undefined;
  await limit.map(questions, async (question) => {
    const cancelled = hubFailure('cancelled', message('cancelled'));
    const answer = stopped
      ? ({ ok: false, error: stopped } as const)
      : signal.cancelled
        ? cancelled
        : await ask(question);
    if (!answer.ok && stopsBatch(answer.error)) stopped ??= answer.error;
    done(question, answer);
  });
}

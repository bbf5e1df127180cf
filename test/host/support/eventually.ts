import { setTimeout as sleep } from 'node:timers/promises';

const patience = 20_000;

/** Asks until `ask` holds, as a person waits for what the editor does in its own time. Says what was last seen. */
export async function eventually<T>(
  what: string,
  see: () => T | PromiseLike<T>,
  holds: (seen: T) => boolean,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await see();
    if (holds(seen)) return seen;
    if (Date.now() > end) throw new Error(`Not in time: ${what}. Last seen: ${JSON.stringify(seen)}`);
    await sleep(100);
  }
}

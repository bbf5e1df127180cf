import type { Disposable } from '../shared/disposable';

/** What a shell says of a program that one of these signals ended: Ctrl-C, and what a job that is cancelled gets. */
const statuses = { SIGINT: 130, SIGTERM: 143 } as const;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** Until it is disposed, these signals run `cleanup` and end the process with their status. */
export function onInterrupt(cleanup: () => void): Disposable {
  const stops = signals.map((signal) => {
    const stop = () => {
      cleanup();
      process.exit(statuses[signal]);
    };
    process.prependListener(signal, stop);
    return () => process.off(signal, stop);
  });
  return { dispose: () => stops.forEach((remove) => remove()) };
}

import type { Disposable } from '../shared/disposable';

/** What a shell says of a program that Ctrl-C ended. */
const interrupted = 130;

/** Until it is disposed, Ctrl-C runs `cleanup` and ends the process with 130. */
export function onInterrupt(cleanup: () => void): Disposable {
  const stop = () => {
    cleanup();
    process.exit(interrupted);
  };
  process.prependListener('SIGINT', stop);
  return { dispose: () => process.off('SIGINT', stop) };
}

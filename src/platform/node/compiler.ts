import { setFlagsFromString } from 'node:v8';

/** Flags by the first V8 version that has them and the first that has them no more; one that V8 does not know it complains of. */
const flags: readonly { readonly flag: string; readonly from: number; readonly until: number }[] = [
  { flag: '--max-inlined-bytecode-size-cumulative=300', from: 0, until: Infinity },
  // Later versions have a compiler between the first and the last one, and count calls.
  { flag: '--interrupt-budget=264000', from: 10, until: 12 },
];

/**
 * Has V8 optimise later and inline less in the threads that are started from now on. A scan is over in seconds and runs the
 * same code in every thread: with V8's own measure a third of the processor's time goes to optimising what is hardly used
 * afterwards (`npm run bench:scan`). For processes of our own alone, since it holds for the whole process.
 */
export function optimiseLess(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  for (const { flag, from, until } of flags) if (version >= from && version < until) setFlagsFromString(flag);
}

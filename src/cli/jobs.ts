import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

/** How many threads a scan uses when nobody says. */
export const defaultJobs = availableParallelism();

/** Reads `--jobs N`. */
export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 256) return jobs;
  throw new InvalidArgumentError('a whole number from 1 to 256 is needed');
}

import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { repository } from './folder';

export const exampleWorkspace = join(repository, 'examples/workspace');

/** A folder of this run's own, with a copy of the example in it that tests may change. */
export interface Scratch {
  readonly folder: string;
  readonly workspace: string;
  remove(): void;
}

/** Lies outside the repository, so that neither its git nor its LICENSE reaches into the copy. */
export function makeScratch(source: string = exampleWorkspace): Scratch {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ptm-lens-'));
  const workspace = join(folder, basename(source));
  cpSync(source, workspace, { recursive: true });
  return { folder, workspace, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** `ptm-lens catalog build`: sources in their order -> a catalogue file. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AliasRow } from '../../../db/etl/load';
import type { CatalogueMeta } from '../../../db/read';
import { type BuildCounts, CatalogueBuilder } from '../../../db/write';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { writeProblem } from '../atomicFile';
import { indexPath } from '../indexFile';
import { isAlive } from '../processes';
import { SearchIndexBuilder } from '../../../db/search/build';
import { DiskWriter } from './diskDatabase';
import type { Extracted } from './source';
import { FileSpill } from './spill';
import { IndexThread } from './threads';
import { textEnd } from './threadTasks';

export interface BuildRequest {
  /** In the order of their rank: for each group of facts the first that states it counts. */
  readonly sources: readonly Extracted[];
  /** Names that hold whatever the sources are: those of the catalogue that ships. */
  readonly aliases: readonly AliasRow[];
  readonly output: string;
  /** The script of the threads that help; null: everything is done in this one. */
  readonly thread: string | null;
  readonly signal: AbortSignal;
  /** Told now and then what is done. */
  readonly progress: (stage: 'read' | 'write', done: number) => void;
}

export interface BuildReport extends BuildCounts {
  readonly meta: CatalogueMeta;
  /** Lines and rows that were no record. */
  readonly passed: number;
}

/** How many statements are taken in between two looks at the signal. */
const slice = 10_000;

/**
 * Builds beside the output and renames at the end: whatever happens before, the output is what it was. Local sources are read again after
 * a stop, which takes seconds.
 */
export async function buildCatalogueFile(request: BuildRequest): Promise<BuildReport> {
  const { sources, output } = request;
  const folder = buildFolder(resolve(output));
  const spillFile = join(folder, 'runs');
  const spill = new FileSpill(spillFile);
  let thread: IndexThread | undefined;
  try {
    const aliases = [...sources.flatMap((source) => source.aliases ?? []), ...request.aliases];
    const builder = new CatalogueBuilder(spill, movesOf(aliases));
    await readAll(builder, request);
    const file = join(folder, 'catalog.sqlite');
    const indexFile = join(folder, 'index');
    if (request.thread !== null) thread = new IndexThread(request.thread, spillFile, builder.spilled());
    const index = thread ? undefined : new SearchIndexBuilder();
    const meta = await load(builder, file, aliases, index, request);
    if (meta.counts.models === 0) throw new UserError(message('the sources name no model'));
    if (index) writeFileSync(indexFile, builder.finishIndex(index, meta));
    await thread?.finish({ stamp: meta.stamp, texts: builder.texts.all().join(textEnd), output: indexFile });
    // The index first: between the two renames it is another catalogue's, which is seen, and one is made in memory.
    publish(indexFile, indexPath(resolve(output)));
    publish(file, resolve(output));
    return { meta, ...builder.counts, passed: sources.reduce((sum, { passed }) => sum + passed.count, 0) };
  } catch (error) {
    throw error instanceof UserError ? error : new UserError(writeProblem(output, error));
  } finally {
    await thread?.stop();
    spill.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readAll(
  builder: CatalogueBuilder,
  { sources, signal, progress }: BuildRequest,
): Promise<void> {
  let done = 0;
  for (const { statements } of sources) {
    for await (const statement of statements) {
      builder.add(statement);
      if (++done % slice > 0) continue;
      progress('read', done);
      await breathe(signal);
    }
  }
}

async function load(
  builder: CatalogueBuilder,
  file: string,
  aliases: readonly AliasRow[],
  index: SearchIndexBuilder | undefined,
  { signal, progress }: BuildRequest,
): Promise<CatalogueMeta> {
  const writer = new DiskWriter(file);
  try {
    const loading = builder.load(writer, aliases, null, index);
    for (;;) {
      const step = loading.next();
      if (step.done) return step.value;
      progress('write', step.value);
      await breathe(signal);
    }
  } finally {
    writer.dispose();
  }
}

/** Lets a Ctrl-C through, and obeys it. */
async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new UserError(message('stopped; nothing was written'));
}

/** What is said of an old id is said of the one that the hub uses now. */
function movesOf(aliases: readonly AliasRow[]): ReadonlyMap<string, string> {
  const moved = aliases.filter(
    ({ kind, hub, library }) => kind === 'moved' && hub === 'huggingface' && library === '',
  );
  return new Map(moved.reverse().map(({ alias, id }) => [alias.toLowerCase(), id]));
}

/** A folder beside the output, named by this process; those of processes that are gone are removed. */
function buildFolder(output: string): string {
  const parent = dirname(output);
  const prefix = `.${basename(output)}.build-`;
  try {
    for (const name of readdirSync(parent).filter((other) => other.startsWith(prefix))) {
      if (!isAlive(Number(name.slice(prefix.length).split('-')[0])))
        rmSync(join(parent, name), { recursive: true, force: true });
    }
    return mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  } catch (error) {
    throw new UserError(writeProblem(output, error));
  }
}

/** Puts a finished file in its place; the disk has it before the name does. */
function publish(file: string, output: string): void {
  // SQLite makes its files for their owner alone.
  chmodSync(file, 0o666 & ~process.umask());
  push(file, 'r+');
  renameSync(file, output);
  // Windows cannot open a folder; there the rename alone has to do.
  if (process.platform !== 'win32') push(dirname(output), 'r');
}

function push(path: string, flags: string): void {
  const handle = openSync(path, flags);
  fsyncSync(handle);
  closeSync(handle);
}

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flawOf } from '../../db/open';
import { queryAll, type SqlJsStatic } from '../../db/sqlite';
import type { CancelSignal } from '../../shared/fetch';
import type { CatalogueBytes } from '../../shared/layerStore';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { writeProblem } from './atomicFile';
import { buildInChild, type ChildBuild } from './buildInChild';
import { reasonOf } from './files';
import { indexBeside } from './indexFile';
import { isAlive } from './processes';

/** What a catalogue is made with. */
export interface ImportSetup {
  /** The folder of the bundles. */
  readonly dist: string;
  /** A folder of our own for what is not finished. */
  readonly folder: string;
  readonly sqlite: () => Promise<SqlJsStatic>;
  /** Variables for the process that asks the hub, beside those of this one. */
  readonly environment: () => Readonly<Record<string, string>>;
}

/** A catalogue is read whole: larger files are other databases. */
const largestCatalogue = 300_000_000;

const magic = 'SQLite format 3\0';

type Order = Pick<ChildBuild, 'from' | 'token'>;

/** Makes the bytes of a catalogue from files that a user has. They are not checked: who takes them does. */
export class CatalogueImporter {
  /** Pages of the hub that a build which broke off has read already. */
  private updates: string | null = null;
  private updating = false;

  constructor(private readonly setup: ImportSetup) {}

  /** From a catalogue as it is, or from what `ptm-lens catalog build` reads: a PeaTMOSS.db, a hub listing, card fields. */
  async fromFile(
    file: string,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    try {
      const { isDatabase, start, size } = await lookAt(file);
      if (isDatabase && size <= largestCatalogue) {
        const catalogue = await readFile(file);
        const index = indexBeside(file);
        if (isCatalogue(await this.setup.sqlite(), catalogue)) return ok({ catalogue, index: index() });
      }
      const kind = isDatabase ? 'peatmoss' : kindOf(file);
      if (kind === null) return failure(notReadable(file, start, size));
      const folder = this.scratch();
      if (!folder.ok) return folder;
      try {
        return await this.build(folder.value, { from: `${kind}:${file}`, token: null }, progress, signal);
      } finally {
        rmSync(folder.value, { recursive: true, force: true });
      }
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  /** From the most downloaded models of the live hub. A build that broke off goes on where it was. */
  async fromHub(
    count: number,
    token: string | null,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    if (this.updating) return failure(message('another update is under way'));
    this.updating = true;
    try {
      const folder = this.updates ? ok(this.updates) : this.scratch();
      if (!folder.ok) return folder;
      this.updates = folder.value;
      const made = await this.build(folder.value, { from: `hub:top=${count}`, token }, progress, signal);
      if (made.ok) this.forget();
      return made;
    } finally {
      this.updating = false;
    }
  }

  /** Removes what unfinished updates have read. */
  forgetUpdates(): void {
    if (!this.updating) this.forget();
  }

  private forget(): void {
    if (this.updates) rmSync(this.updates, { recursive: true, force: true });
    this.updates = null;
  }

  private async build(
    folder: string,
    order: Order,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    const { dist, environment } = this.setup;
    const output = join(folder, 'catalog.sqlite');
    const job = { ...order, dist, output, environment: environment() };
    const built = await buildInChild(job, progress, signal);
    if (!built.ok) return built;
    return ok({ catalogue: await readFile(output), index: indexBeside(output)() });
  }

  /** A new folder for a build, named by this process; those of processes that are gone are removed. */
  private scratch(): Result<string> {
    const { folder } = this.setup;
    try {
      mkdirSync(folder, { recursive: true });
      for (const name of readdirSync(folder)) {
        const [, pid] = /^build-(\d+)-/.exec(name) ?? [];
        if (pid !== undefined && !isAlive(Number(pid)))
          rmSync(join(folder, name), { recursive: true, force: true });
      }
      return ok(mkdtempSync(join(folder, `build-${process.pid}-`)));
    } catch (error) {
      return failure(writeProblem(folder, error));
    }
  }
}

interface Look {
  readonly isDatabase: boolean;
  /** The first bytes. */
  readonly start: Uint8Array;
  readonly size: number;
}

async function lookAt(file: string): Promise<Look> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0);
    const start = buffer.subarray(0, bytesRead);
    return { isDatabase: start.toString('latin1').startsWith(magic), start, size };
  } finally {
    await handle.close();
  }
}

/** Whether it has the tables of a catalogue, of whatever version. */
function isCatalogue(sqlite: SqlJsStatic, bytes: Uint8Array): boolean {
  const database = new sqlite.Database(bytes);
  try {
    const sql = "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'text', 'model', 'alias')";
    return queryAll(database, sql)[0]?.[0] === 4;
  } catch {
    // A damaged one: whoever opens it says what is wrong.
    return true;
  } finally {
    database.close();
  }
}

/** The kind of a text file by its name. */
function kindOf(file: string): string | null {
  if (/\.(?:jsonl|ndjson)(?:\.(?:gz|xz|zst))?$/i.test(file)) return 'listing';
  return /\.json$/i.test(file) ? 'cards' : null;
}

function notReadable(file: string, start: Uint8Array, size: number) {
  const flaw = /\.(?:sqlite3?|db)$/i.test(file) ? flawOf(start, size) : null;
  return flaw ?? message('it is no catalogue, no PeaTMOSS.db and no listing of the hub');
}

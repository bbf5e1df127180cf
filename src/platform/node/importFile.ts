import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { queryAll, type SqlJsStatic } from '../../db/sqlite';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { buildInChild } from './buildInChild';
import { reasonOf } from './files';

/** What a catalogue is made with. */
export interface ImportSetup {
  /** The bundle of the command line. */
  readonly cli: string;
  /** A folder of our own for what is not finished. */
  readonly folder: string;
  readonly sqlite: () => Promise<SqlJsStatic>;
}

/** A catalogue is read whole: larger files are other databases. */
const largestCatalogue = 300_000_000;

const magic = 'SQLite format 3\0';

/** Makes the bytes of a catalogue from files that a user has. They are not checked: who takes them does. */
export class CatalogueImporter {
  constructor(private readonly setup: ImportSetup) {}

  /** From a catalogue as it is, or from what `ptm-lens catalog build` reads: a PeaTMOSS.db, a hub listing, card fields. */
  async fromFile(
    file: string,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<Uint8Array>> {
    try {
      const { isDatabase, size } = await lookAt(file);
      if (isDatabase && size <= largestCatalogue) {
        const bytes = await readFile(file);
        if (isCatalogue(await this.setup.sqlite(), bytes)) return ok(bytes);
      }
      const kind = isDatabase ? 'peatmoss' : kindOf(file);
      if (kind === null)
        return failure(message('it is no catalogue, no PeaTMOSS.db and no listing of the hub'));
      return await this.build(`${kind}:${file}`, {}, progress, signal);
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  /** From the most downloaded models of the live hub. A build that broke off goes on where it was. */
  fromHub(
    count: number,
    token: string | null,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<Uint8Array>> {
    const environment: Record<string, string> = token === null ? {} : { HF_TOKEN: token };
    return this.build(`hub:top=${count}`, environment, progress, signal);
  }

  private async build(
    from: string,
    environment: Readonly<Record<string, string>>,
    progress: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Result<Uint8Array>> {
    const output = join(this.setup.folder, `build-${process.pid}.sqlite`);
    try {
      const built = await buildInChild({ cli: this.setup.cli, from, output, environment }, progress, signal);
      return built.ok ? ok(await readFile(output)) : built;
    } finally {
      await rm(output, { force: true });
    }
  }
}

async function lookAt(file: string): Promise<{ isDatabase: boolean; size: number }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return { isDatabase: buffer.toString('latin1') === magic, size };
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

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCatalogue } from '../../db/open';
import type { SqlJsStatic } from '../../db/sqlite';
import type { CancelSignal } from '../../shared/fetch';
import type { CatalogueBytes } from '../../shared/layerStore';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';
import { writeProblem } from './atomicFile';
import { buildInChild } from './buildInChild';
import type { BuildTask } from './buildMessages';
import { isCatalogue, kindOf, lookAt, notReadable } from './fileKind';
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

/** So many are indexed in a moment, when the first search asks for it. */
const fewModels = 10_000;

/** Makes the bytes of a catalogue from files that a user has. They are not checked: who takes them does. */
export class CatalogueImporter {
  /** Pages of the hub that a build which broke off has read already. */
  private updates: string | null = null;
  private updating = false;

  constructor(private readonly setup: ImportSetup) {}

  /** From a catalogue as it is, or from what `ptm-lens catalog build` reads: a PeaTMOSS.db, a hub listing, card fields. */
  async fromFile(
    file: string,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    try {
      const look = await lookAt(file);
      if (look.isDatabase && look.size <= largestCatalogue) {
        const known = await this.asItIs(file, signal);
        if (known) return known;
      }
      const kind = look.isDatabase ? 'peatmoss' : kindOf(file);
      if (kind === null) return failure(notReadable(file, look));
      const task: BuildTask = { kind: 'catalogue', from: `${kind}:${file}`, token: null };
      return await this.inScratch((folder) => this.build(folder, task, progress, signal));
    } catch (error) {
      return failure(reasonOf(error));
    }
  }

  /** From the most downloaded models of the live hub. A build that broke off goes on where it was. */
  async fromHub(
    count: number,
    token: string | null,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    if (this.updating) return failure(message('another update is under way'));
    this.updating = true;
    try {
      const folder = this.updates ? ok(this.updates) : this.scratch();
      if (!folder.ok) return folder;
      this.updates = folder.value;
      const task: BuildTask = { kind: 'catalogue', from: `hub:top=${count}`, token };
      const made = await this.build(folder.value, task, progress, signal);
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

  /** A catalogue, with an index that is made where none comes along; null where the database is none, of whatever version. */
  private async asItIs(file: string, signal: CancelSignal): Promise<Result<CatalogueBytes> | null> {
    const sqlite = await this.setup.sqlite();
    const catalogue = await readFile(file);
    const opened = openCatalogue(sqlite, catalogue, indexBeside(file));
    if (!opened.ok) return isCatalogue(sqlite, catalogue) ? opened : null;
    const { hasIndex } = opened.value;
    const isSmall = opened.value.info().models <= fewModels;
    opened.value.dispose();
    if (hasIndex || isSmall) return ok({ catalogue, index: hasIndex ? indexBeside(file)() : null });
    return await this.inScratch(async (folder) => {
      const output = join(folder, 'index');
      const made = await this.runTask({ kind: 'index', of: file }, output, () => undefined, signal);
      return made.ok ? ok({ catalogue, index: await readFile(output) }) : made;
    });
  }

  private async build(
    folder: string,
    task: BuildTask,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<CatalogueBytes>> {
    const output = join(folder, 'catalog.sqlite');
    const built = await this.runTask(task, output, progress, signal);
    if (!built.ok) return built;
    return ok({ catalogue: await readFile(output), index: indexBeside(output)() });
  }

  private runTask(
    task: BuildTask,
    output: string,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<null>> {
    const { dist, environment } = this.setup;
    return buildInChild({ dist, output, task, environment: environment() }, progress, signal);
  }

  private async inScratch<T>(work: (folder: string) => Promise<Result<T>>): Promise<Result<T>> {
    const folder = this.scratch();
    if (!folder.ok) return folder;
    try {
      return await work(folder.value);
    } finally {
      rmSync(folder.value, { recursive: true, force: true });
    }
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

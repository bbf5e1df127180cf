import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalogue } from '../../db/open';
import type { SqlJsStatic } from '../../db/sqlite';
import type { CancelSignal } from '../../shared/fetch';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';
import type { MadeCatalogue } from '../madeCatalogue';
import { writeProblem } from './atomicFile';
import { buildInChild } from './buildInChild';
import type { BuildTask } from './buildMessages';
import { isCatalogue, kindOf, lookAt, notReadable } from './fileKind';
import { reasonOf } from './files';
import { openPaged } from './pagedFile';
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

/** Larger files are no catalogues: those have some ten bytes a model. */
const largestCatalogue = 300_000_000;

/** Makes catalogues from files that a user has, in a process of its own. */
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
  ): Promise<Result<MadeCatalogue>> {
    try {
      const look = await lookAt(file);
      if (look.isDatabase && look.size <= largestCatalogue) {
        const known = await this.isKnown(file);
        if (!known.ok) return known;
        if (known.value) return await this.make({ kind: 'copy', of: file }, progress, signal);
      }
      const kind = look.isDatabase ? 'peatmoss' : kindOf(file);
      if (kind === null) return failure(notReadable(file, look));
      const from = `${kind}:${file}`;
      return await this.make({ kind: 'catalogue', from, token: null }, progress, signal);
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
  ): Promise<Result<MadeCatalogue>> {
    if (this.updating) return failure(message('another update is under way'));
    this.updating = true;
    try {
      const folder = this.updates ? ok(this.updates) : this.scratch();
      if (!folder.ok) return folder;
      this.updates = folder.value;
      const task: BuildTask = { kind: 'catalogue', from: `hub:top=${count}`, token };
      const made = await this.build(folder.value, task, progress, signal);
      if (made.ok) this.updates = null;
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
    if (this.updates) removeFolder(this.updates);
    this.updates = null;
  }

  /** Whether a database is a catalogue that can be read; a failure where it is one that cannot. */
  private async isKnown(file: string): Promise<Result<boolean>> {
    const sqlite = await this.setup.sqlite();
    const opened = openCatalogue(sqlite, openPaged(file));
    if (opened.ok) opened.value.dispose();
    else if (isCatalogue(sqlite, openPaged(file))) return opened;
    return ok(opened.ok);
  }

  private async make(
    task: BuildTask,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<MadeCatalogue>> {
    const folder = this.scratch();
    if (!folder.ok) return folder;
    const made = await this.build(folder.value, task, progress, signal);
    if (!made.ok) removeFolder(folder.value);
    return made;
  }

  private async build(
    folder: string,
    task: BuildTask,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<MadeCatalogue>> {
    const { dist, environment } = this.setup;
    const file = join(folder, 'catalog.sqlite');
    const job = { dist, output: file, task, environment: environment() };
    const built = await buildInChild(job, progress, signal);
    return built.ok ? ok({ file, discard: () => removeFolder(folder) }) : built;
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

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

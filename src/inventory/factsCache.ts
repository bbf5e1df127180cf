import type { FileFacts } from '../analyzer/usage';
import type { Cache } from '../shared/host';
import { inSlices } from '../shared/slices';
import {
  factsOf,
  type FactsPack,
  formatPack,
  nothingThere,
  type PackAnswer,
  type PackEntry,
  type PackGround,
  parsePack,
  type Seen,
} from './factsPack';
import { FolderNames } from './folderNames';
import { digestOf, type Hash, type Look } from './look';
import { PackBuilder } from './packBuilder';
import type { ScannedFile } from './scanner';

/** A file that was changed so shortly before the scan (in ms) may change again under the same time: file systems round. */
const racy = 2000;

/**
 * Facts of the last scan of a folder, kept between sessions in one pack. They hold for the same program, the same content
 * of the file, and the same answers of the workspace: a changed constant in another file makes them stale. Whether a
 * content is the same is told by size and times, as git does, and by its digest where those differ.
 */
export class FactsCache {
  private readonly key: string;

  /** @param generation changes whenever the analyzer may answer differently: the program's version and tables, and the root */
  constructor(
    private readonly cache: Cache,
    private readonly hash: Hash,
    generation: string,
    private readonly look: Look,
  ) {
    this.key = hash(generation);
  }

  /** What is remembered, to be asked file by file. */
  async open(): Promise<RememberedFacts> {
    const text = await this.cache.get(this.key);
    const pack = (text && parsePack(text)) || new Map<string, PackEntry>();
    return new RememberedFacts(pack, this.look, this.hash);
  }

  /** Keeps what still holds of an earlier pack, and what a scan that began at `started` (ms) found anew. */
  async keep(
    before: RememberedFacts,
    found: readonly FoundFacts[],
    started: number,
    breathe?: () => Promise<void>,
  ): Promise<void> {
    const pack = new PackBuilder(this.look, this.hash, started - racy);
    for (const { file, seen } of found) if (seen) pack.know(file, seen);
    await inSlices(found, ({ file, facts }) => pack.add(file, facts), breathe);
    const holds = (entry: PackEntry) => before.isValid(entry);
    await inSlices(before.pack, ([file, entry]) => pack.takeOver(file, entry, holds), breathe);
    await this.cache.set(this.key, formatPack(pack.entries));
  }
}

/** What a scan found of a file. */
export type FoundFacts = Pick<ScannedFile, 'file' | 'facts' | 'seen'>;

/** The facts of an earlier scan, as far as they still hold. */
export class RememberedFacts {
  private readonly held = new Map<PackAnswer, boolean>();
  private readonly grounds = new Map<PackGround, boolean>();
  private readonly names: FolderNames;

  constructor(
    readonly pack: FactsPack,
    private readonly look: Look,
    private readonly hash: Hash,
  ) {
    this.names = new FolderNames((folder) => look.names(folder));
  }

  /** Undefined when nothing is known, or the file or what it rests on has changed. */
  get(path: string): FileFacts | null | undefined {
    const entry = this.pack.get(path);
    if (!entry || !this.isValid(entry)) return undefined;
    try {
      return factsOf(path, entry);
    } catch {
      return undefined;
    }
  }

  /** Whether the file of an entry and what it rests on are as they were. */
  isValid({ own, ground }: PackEntry): boolean {
    return this.holds(own) && this.allHold(ground);
  }

  private allHold(ground: PackGround): boolean {
    let holds = this.grounds.get(ground);
    if (holds === undefined) {
      holds = ground.answers.every((answer) => this.holds(answer));
      this.grounds.set(ground, holds);
    }
    return holds;
  }

  private holds(answer: PackAnswer): boolean {
    let holds = this.held.get(answer);
    if (holds === undefined) this.held.set(answer, (holds = this.isStill(answer)));
    return holds;
  }

  private isStill({ asked: { kind, path }, stamp, digest }: PackAnswer): boolean {
    if (kind !== 'path') return this.isSame(path, { stamp, digest });
    return (digest === nothingThere && this.names.lacks(path)) || this.look.path(path) === digest;
  }

  private isSame(path: string, before: Seen): boolean {
    const stamp = this.look.stamp(path)?.text ?? null;
    if (stamp === before.stamp) return true;
    return stamp !== null && before.stamp !== null && digestOf(path, this.look, this.hash) === before.digest;
  }
}

import type { Asked, FileFacts } from '../analyzer/usage';
import type { Cache, FilesNow } from '../shared/host';
import { inSlices } from '../shared/slices';
import {
  type FactsPack,
  formatPack,
  type PackAnswer,
  type PackEntry,
  parsePack,
  type Seen,
} from './factsPack';

/** Hashes bytes or a text; equal ones, equal hashes. */
export type Hash = (content: Uint8Array | string) => string;

/** What can be asked of a folder at once. */
export type Look = Pick<FilesNow, 'read' | 'stamp'> & { path(path: string): string };

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
    return new RememberedFacts(
      (text && parsePack(text)) || new Map<string, PackEntry>(),
      this.look,
      this.hash,
    );
  }

  /** Keeps what still holds of an earlier pack, and what a scan that began at `started` (ms) found anew. */
  async keep(
    before: RememberedFacts,
    found: readonly FoundFacts[],
    started: number,
    breathe?: () => Promise<void>,
  ): Promise<void> {
    const pack = new PackBuilder(this.look, this.hash, started - racy);
    await inSlices(found, ({ file, facts }) => pack.add(file, facts), breathe);
    pack.takeOver(before);
    await this.cache.set(this.key, formatPack(pack.entries));
  }
}

/** What a scan found. */
export interface FoundFacts {
  readonly file: string;
  readonly facts: FileFacts | null;
}

/** The facts of an earlier scan, as far as they still hold. */
export class RememberedFacts {
  private readonly held = new Map<PackAnswer, boolean>();

  constructor(
    readonly pack: FactsPack,
    private readonly look: Look,
    private readonly hash: Hash,
  ) {}

  /** Undefined when nothing is known, or the file or what it rests on has changed. */
  get(path: string): FileFacts | null | undefined {
    const entry = this.pack.get(path);
    if (!entry || !this.isSame(path, entry)) return undefined;
    return entry.answers.every((answer) => this.holds(answer)) ? entry.facts : undefined;
  }

  private holds(answer: PackAnswer): boolean {
    let holds = this.held.get(answer);
    if (holds === undefined) this.held.set(answer, (holds = this.isStill(answer)));
    return holds;
  }

  private isStill({ asked: { kind, path }, stamp, digest }: PackAnswer): boolean {
    return kind === 'path' ? this.look.path(path) === digest : this.isSame(path, { stamp, digest });
  }

  private isSame(path: string, before: Seen): boolean {
    const stamp = this.look.stamp(path)?.text ?? null;
    if (stamp === before.stamp) return true;
    return stamp !== null && before.stamp !== null && digestOf(path, this.look, this.hash) === before.digest;
  }
}

/** Makes the entries of a pack. What changed while the scan ran, or just before, is left out. */
class PackBuilder {
  readonly entries = new Map<string, PackEntry>();
  /** By kind and path. */
  private readonly answers = new Map<string, PackAnswer>();
  private readonly seen = new Map<string, Seen | null>();

  constructor(
    private readonly look: Look,
    private readonly hash: Hash,
    private readonly settled: number,
  ) {}

  add(file: string, facts: FileFacts | null): void {
    const own = this.see(file);
    if (!own || own.stamp === null) return;
    const answers: PackAnswer[] = [];
    for (const asked of facts?.asked ?? []) {
      const answer = this.answer(asked);
      if (!answer) return;
      answers.push(answer);
    }
    this.entries.set(file, { ...own, facts, answers });
  }

  /** Takes over the files of an earlier pack that were not scanned anew, if their facts still hold. */
  takeOver(before: RememberedFacts): void {
    for (const [file, entry] of before.pack) {
      if (this.entries.has(file) || before.get(file) === undefined) continue;
      this.entries.set(file, { ...entry, stamp: this.look.stamp(file)?.text ?? null });
    }
  }

  private answer(asked: Asked): PackAnswer | null {
    const name = `${asked.kind}:${asked.path}`;
    const known = this.answers.get(name);
    if (known) return known;
    const seen =
      asked.kind === 'path' ? { stamp: null, digest: this.look.path(asked.path) } : this.see(asked.path);
    if (!seen) return null;
    const answer = { asked, ...seen };
    this.answers.set(name, answer);
    return answer;
  }

  /** Null for a file that may not be what it was when it was analysed. */
  private see(path: string): Seen | null {
    const known = this.seen.get(path);
    if (known !== undefined) return known;
    const stamp = this.look.stamp(path);
    const isSettled = !stamp || stamp.changed < this.settled;
    const digest = stamp && isSettled ? digestOf(path, this.look, this.hash) : '';
    const seen = isSettled && digest !== null ? { stamp: stamp?.text ?? null, digest } : null;
    this.seen.set(path, seen);
    return seen;
  }
}

function digestOf(path: string, look: Look, hash: Hash): string | null {
  const read = look.read(path);
  return read.ok ? hash(read.value) : null;
}

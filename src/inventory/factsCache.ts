import type { Asked, FileFacts } from '../analyzer/usage';
import type { Cache, FilesNow } from '../shared/host';

/** Hashes bytes or a text; equal ones, equal hashes. */
export type Hash = (content: Uint8Array | string) => string;

/** What is known of one file of an earlier scan. */
interface Entry {
  /** Size and time of the file when it was read, and the hash of its bytes. */
  readonly stamp: string;
  readonly digest: string;
  /** The sets of handed-on names under which its words threw it out; see `analyzer/prefilter.ts`. */
  readonly out: readonly string[];
  /** The set under which they let it pass; the empty one's pass holds for all. */
  readonly passed: string | null;
  readonly facts: FileFacts | null;
  /** Parallel to `facts.asked`: a digest of each answer. */
  readonly answers: readonly string[];
}

/** The entries of one folder's files, by name. */
type Pack = Record<string, Entry>;

/** A file as it stands now. */
export interface CachedFile {
  readonly path: string;
  readonly stamp: string;
  /** The names that other modules hand on, or a digest of them. */
  readonly names: string;
  /** Read at most once, and only if need be. */
  bytes(): Uint8Array;
}

/** Facts that still hold; null when the file cannot hold a usage; undefined when nothing is known. */
export type Remembered = FileFacts | null | undefined;

/** What can be asked of a folder at once. */
export type Look = Pick<FilesNow, 'read' | 'stamp'> & { path(path: string): string };

/**
 * Facts by content, kept between sessions, one pack for all files of a folder. An entry holds for the same analyzer, the same
 * path, the same content, and the same answers of the workspace: a changed constant in another file makes it stale. Whether a
 * content is the same is told by size and time where they are, else by its hash. A broken pack is no pack.
 */
export class FactsCache {
  private readonly packs = new Map<string, Promise<Pack>>();
  private readonly dirty = new Map<string, Pack>();
  /** Digests of files, by path, of this session. */
  private readonly digests = new Map<string, string>();

  /**
   * @param generation changes whenever the analyzer may answer differently: the program's version and tables, and the root
   */
  constructor(
    private readonly cache: Cache,
    private readonly hash: Hash,
    private readonly generation: string,
    private readonly look: Look,
  ) {}

  /** A short stand-in for a set of names. */
  digestOfNames(names: readonly string[]): string {
    return this.hash(names.join(' ')).slice(0, 16);
  }

  /** What is remembered of a file. */
  async get(file: CachedFile): Promise<Remembered> {
    const entry = (await this.pack(folderOf(file.path)))[nameOf(file.path)];
    if (!entry) return undefined;
    if (entry.stamp !== file.stamp && this.hash(file.bytes()) !== entry.digest) return undefined;
    this.digests.set(file.path, entry.digest);
    if (entry.out.includes(file.names)) return null;
    const passes = entry.passed === '' || entry.passed === file.names;
    if (!passes || !entry.facts || entry.answers.length !== entry.facts.asked.length) return undefined;
    for (const [index, asked] of entry.facts.asked.entries())
      if ((await this.answer(asked)) !== entry.answers[index]) return undefined;
    return entry.facts;
  }

  async set(file: CachedFile, facts: FileFacts | null): Promise<void> {
    const folder = folderOf(file.path);
    const pack = await this.pack(folder);
    const before = pack[nameOf(file.path)];
    const digest = this.hash(file.bytes());
    this.digests.set(file.path, digest);
    const same = before?.digest === digest ? before : undefined;
    const answers: string[] = [];
    for (const asked of facts?.asked ?? []) answers.push(await this.answer(asked));
    pack[nameOf(file.path)] = {
      stamp: file.stamp,
      digest,
      out: facts ? (same?.out ?? []) : [...(same?.out ?? []).slice(-3), file.names],
      passed: facts ? file.names : (same?.passed ?? null),
      facts: facts ?? same?.facts ?? null,
      answers: facts ? answers : (same?.answers ?? []),
    };
    this.dirty.set(folder, pack);
  }

  /** Writes what came new, and lets go of what was read. */
  async flush(): Promise<void> {
    const changed = [...this.dirty];
    this.dirty.clear();
    this.packs.clear();
    for (const [folder, pack] of changed) await this.cache.set(this.key(folder), JSON.stringify(pack));
  }

  /** A path changed: its digest is no longer known. */
  forget(path: string): void {
    for (let part = path; part; part = folderOf(part)) this.digests.delete(part);
    this.digests.delete(path);
  }

  private async answer({ kind, path }: Asked): Promise<string> {
    if (kind === 'path') return this.look.path(path);
    const known = this.digests.get(path) ?? (await this.digestOf(path));
    this.digests.set(path, known);
    return known;
  }

  private async digestOf(path: string): Promise<string> {
    const stamp = this.look.stamp(path);
    if (stamp === null) return 'nothing';
    const entry = (await this.pack(folderOf(path)))[nameOf(path)];
    if (entry?.stamp === stamp) return entry.digest;
    const read = this.look.read(path);
    return read.ok ? this.hash(read.value) : 'nothing';
  }

  private pack(folder: string): Promise<Pack> {
    const known = this.packs.get(folder);
    if (known) return known;
    const read = this.cache.get(this.key(folder)).then(parse);
    this.packs.set(folder, read);
    return read;
  }

  private key(folder: string): string {
    return this.hash(JSON.stringify([this.generation, folder]));
  }
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parse(text: string | undefined): Pack {
  try {
    const pack: unknown = JSON.parse(text ?? '{}');
    return typeof pack === 'object' && pack !== null ? (pack as Pack) : {};
  } catch {
    return {};
  }
}

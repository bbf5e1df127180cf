import type { SourceDocument } from '../analyzer/source';
import type { Asked, FileFacts } from '../analyzer/usage';
import type { Cache } from '../shared/host';
import type { LoadedWorkspace } from './loadedWorkspace';

/** What a cache entry holds: the facts, and the answers of the workspace that they rest on. */
interface Entry {
  readonly facts: FileFacts;
  /** Parallel to `facts.asked`: a digest of each answer. */
  readonly answers: readonly string[];
}

/** Hashes a text; equal texts, equal hashes. */
export type Hash = (text: string) => string;

/**
 * Facts by content, kept between sessions. An entry holds for the same analyzer, the same path, the same text, and the
 * same answers of the workspace: a changed constant in another file makes it stale. A broken entry is no entry.
 */
export class FactsCache {
  /** @param generation changes whenever the analyzer may answer differently: the program's version and tables */
  constructor(
    private readonly cache: Cache,
    private readonly hash: Hash,
    private readonly generation: string,
  ) {}

  /** The facts kept for this text, or undefined. */
  async get(document: SourceDocument, workspace: LoadedWorkspace): Promise<FileFacts | undefined> {
    const entry = parse(await this.cache.get(this.key(document)));
    if (!entry || entry.answers.length !== entry.facts.asked.length) return undefined;
    await workspace.load(entry.facts.asked);
    const holds = entry.facts.asked.every(
      (asked, index) => this.answer(asked, workspace) === entry.answers[index],
    );
    return holds ? entry.facts : undefined;
  }

  async set(document: SourceDocument, facts: FileFacts, workspace: LoadedWorkspace): Promise<void> {
    const entry: Entry = { facts, answers: facts.asked.map((asked) => this.answer(asked, workspace)) };
    await this.cache.set(this.key(document), JSON.stringify(entry));
  }

  private key({ path, language, cells }: SourceDocument): string {
    return this.hash(JSON.stringify([this.generation, path, language, cells]));
  }

  private answer({ kind, path }: Asked, workspace: LoadedWorkspace): string {
    if (kind === 'path') return workspace.path(path);
    const text = workspace.source(path);
    return text === null ? 'nothing' : this.hash(text);
  }
}

function parse(text: string | undefined): Entry | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Entry;
  } catch {
    return undefined;
  }
}

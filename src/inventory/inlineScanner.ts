import type { Analyzer } from '../analyzer/analyzer';
import { readDocument } from '../analyzer/document';
import { mayHoldUsage } from '../analyzer/prefilter';
import type { SourceDocument } from '../analyzer/source';
import type { FileFacts, FileProblem } from '../analyzer/usage';
import { WordFinder } from '../analyzer/words';
import type { Cancellation, Files } from '../shared/host';
import { type Message, message } from '../shared/message';
import type { FactsCache } from './factsCache';
import { LoadedWorkspace } from './loadedWorkspace';
import type { Decode, ScannedFile, Scanner } from './scanner';

/** A larger file is reported, not read: no source file of a person is, and a notebook's outputs are not code. */
export const maxFileBytes = 50_000_000;

/** An import chain deeper than this is not followed further. */
const maxRounds = 12;

/** What an `InlineScanner` works with. */
export interface InlineScannerParts {
  readonly files: Files;
  /** Made on first use: loading the grammars is the dear part of a small scan. */
  readonly analyzer: () => Promise<Analyzer>;
  readonly decode: Decode;
  /** Facts of earlier sessions, or null to analyse everything anew. */
  readonly cache: FactsCache | null;
  /** Lets other questions have their turn between two files; without it the files follow each other at once. */
  readonly breathe?: () => Promise<void>;
}

/** Scans in the thread that asks: bytes -> prefilter -> text -> cells -> usages. */
export class InlineScanner implements Scanner {
  private readonly workspace: LoadedWorkspace;

  constructor(private readonly parts: InlineScannerParts) {
    this.workspace = new LoadedWorkspace(parts.files, parts.decode);
  }

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
    handedOn: readonly string[],
  ): Promise<void> {
    const names = handedOn.length > 0 ? new WordFinder(new Set(handedOn)) : undefined;
    for (const path of paths) {
      if (cancellation.cancelled) return;
      const scanned = await this.scanFile(path, names);
      onFile(scanned);
      if (scanned.facts) await this.parts.breathe?.();
    }
  }

  async analyze(document: SourceDocument): Promise<FileFacts> {
    const analyzer = await this.parts.analyzer();
    for (let round = 1; ; round++) {
      const facts = analyzer.analyze(document, this.workspace);
      const more = await this.workspace.load(facts.asked);
      if (!more || round === maxRounds) return facts;
    }
  }

  forget(path: string): void {
    this.workspace.forget(path);
  }

  dispose(): void {
    // The analyzer belongs to whoever made it.
  }

  private async scanFile(file: string, handedOn: WordFinder | undefined): Promise<ScannedFile> {
    const { files } = this.parts;
    const read = files.now ? files.now.read(file, maxFileBytes) : await files.read(file, maxFileBytes);
    if (!read.ok) return { file, facts: null, skipped: read.error };
    if (!mayHoldUsage(file, read.value, handedOn)) return { file, facts: null, skipped: null };
    const { text, problem } = this.parts.decode(read.value);
    const document = readDocument(file, text);
    if (!document.ok) return { file, facts: null, skipped: document.error };
    try {
      const facts = await this.stored(document.value);
      return { file, facts: problem ? withProblem(facts, problem) : facts, skipped: null };
    } catch (error) {
      // A parser that fails on one file must not take the scan with it: the file is reported, the rest goes on.
      return { file, facts: null, skipped: message('the analysis failed: {0}', String(error)) };
    }
  }

  /** The facts of a stored file, from the cache where they still hold. */
  private async stored(document: SourceDocument): Promise<FileFacts> {
    const { cache } = this.parts;
    const known = await cache?.get(document, this.workspace);
    if (known) return known;
    const facts = await this.analyze(document);
    await cache?.set(document, facts, this.workspace);
    return facts;
  }
}

function withProblem(facts: FileFacts, text: Message): FileFacts {
  const problem: FileProblem = { message: text, place: null };
  return { ...facts, problems: [problem, ...facts.problems] };
}

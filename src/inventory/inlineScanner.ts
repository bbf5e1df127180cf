import type { Analyzer } from '../analyzer/analyzer';
import { readDocument } from '../analyzer/document';
import { mayHoldUsage } from '../analyzer/prefilter';
import type { SourceDocument } from '../analyzer/source';
import type { FileFacts, FileProblem } from '../analyzer/usage';
import { WordFinder } from '../analyzer/words';
import type { Cancellation, Files } from '../shared/host';
import { type Message, message } from '../shared/message';
import type { Result } from '../shared/result';
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
  /** What is known of the other files, where others know it too. */
  readonly workspace?: LoadedWorkspace;
  /** Lets other questions have their turn between two files; without it the files follow each other at once. */
  readonly breathe?: () => Promise<void>;
}

/** Scans in the thread that asks: bytes -> prefilter -> text -> cells -> usages. */
export class InlineScanner implements Scanner {
  private readonly workspace: LoadedWorkspace;

  constructor(private readonly parts: InlineScannerParts) {
    this.workspace = parts.workspace ?? new LoadedWorkspace(parts.files, parts.decode);
  }

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
    handedOn: readonly string[],
  ): Promise<void> {
    const words = handedOn.length > 0 ? new WordFinder(new Set(handedOn)) : undefined;
    const names = handedOn.length > 0 ? (this.parts.cache?.digestOfNames(handedOn) ?? '') : '';
    for (const path of paths) {
      if (cancellation.cancelled) break;
      const scanned = await this.scanFile(path, words, names);
      onFile(scanned);
      if (scanned.facts) await this.parts.breathe?.();
    }
    await this.parts.cache?.flush();
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
    this.parts.cache?.forget(path);
  }

  dispose(): void {
    // The analyzer belongs to whoever made it.
  }

  private async scanFile(
    file: string,
    handedOn: WordFinder | undefined,
    names: string,
  ): Promise<ScannedFile> {
    const { files, cache } = this.parts;
    const stamp = cache && files.now ? files.now.stamp(file) : null;
    if (!cache || !files.now || stamp === null) return this.read(file, await this.bytesOf(file), handedOn);
    let read: Result<Uint8Array> | null = null;
    const now = files.now;
    const bytes = () => (read ??= now.read(file, maxFileBytes));
    const cached = { path: file, stamp, names, bytes: () => valueOf(bytes()) };
    const known = await cache.get(cached);
    if (known !== undefined) return { file, facts: known, skipped: null };
    const scanned = await this.read(file, bytes(), handedOn);
    if (!scanned.skipped) await cache.set(cached, scanned.facts);
    return scanned;
  }

  private async bytesOf(file: string): Promise<Result<Uint8Array>> {
    const { files } = this.parts;
    return files.now ? files.now.read(file, maxFileBytes) : files.read(file, maxFileBytes);
  }

  private async read(
    file: string,
    read: Result<Uint8Array>,
    handedOn: WordFinder | undefined,
  ): Promise<ScannedFile> {
    if (!read.ok) return { file, facts: null, skipped: read.error };
    if (!mayHoldUsage(file, read.value, handedOn)) return { file, facts: null, skipped: null };
    const { text, problem } = this.parts.decode(read.value);
    const document = readDocument(file, text);
    if (!document.ok) return { file, facts: null, skipped: document.error };
    try {
      const facts = await this.analyze(document.value);
      return { file, facts: problem ? withProblem(facts, problem) : facts, skipped: null };
    } catch (error) {
      // A parser that fails on one file must not take the scan with it: the file is reported, the rest goes on.
      return { file, facts: null, skipped: message('the analysis failed: {0}', String(error)) };
    }
  }
}

function valueOf(read: Result<Uint8Array>): Uint8Array {
  return read.ok ? read.value : new Uint8Array();
}

function withProblem(facts: FileFacts, text: Message): FileFacts {
  const problem: FileProblem = { message: text, place: null };
  return { ...facts, problems: [problem, ...facts.problems] };
}

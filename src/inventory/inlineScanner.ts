import type { Analyzer } from '../analyzer/analyzer';
import { readDocument } from '../analyzer/document';
import { mayHold, type MayHold } from '../analyzer/prefilter';
import type { SourceDocument } from '../analyzer/source';
import type { FileFacts, FileProblem } from '../analyzer/usage';
import type { Cancellation, Files } from '../shared/host';
import { type Message, message } from '../shared/message';
import { LoadedWorkspace } from './loadedWorkspace';
import { OpenTexts } from './openTexts';
import type { Decode, ReadFile, ScannedFile, Scanner } from './scanner';

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
  /** What is known of the other files, where others know it too. */
  readonly workspace?: LoadedWorkspace;
  /** Notes what a file was whose bytes were just read, for who keeps its facts. */
  readonly note?: (path: string, bytes: Uint8Array) => ReadFile | null;
  /** Lets other questions have their turn between two files; without it the files follow each other at once. */
  readonly breathe?: () => Promise<void>;
}

/** Scans in the thread that asks: bytes -> prefilter -> text -> cells -> usages. */
export class InlineScanner implements Scanner {
  private readonly workspace: LoadedWorkspace;
  private readonly open = new OpenTexts();

  constructor(private readonly parts: InlineScannerParts) {
    this.workspace = parts.workspace ?? new LoadedWorkspace(parts.files, parts.decode);
  }

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    for (const path of paths) {
      if (cancellation.cancelled) break;
      const scanned = await this.scanFile(path);
      onFile(scanned);
      if (scanned.facts) await this.parts.breathe?.();
    }
  }

  /** An open document: what is known of its last text is used. */
  async analyze(document: SourceDocument): Promise<FileFacts> {
    const analyzer = await this.parts.analyzer();
    return this.inRounds(() => this.open.facts(document, analyzer, this.workspace));
  }

  forget(path: string): void {
    this.workspace.forget(path);
    this.open.forget(path);
  }

  /** The analyzer belongs to whoever made it. */
  dispose(): void {
    this.open.dispose();
  }

  private async analyzeStored(document: SourceDocument, holds: MayHold): Promise<FileFacts> {
    const analyzer = await this.parts.analyzer();
    return this.inRounds(() =>
      holds === 'borrower'
        ? analyzer.analyzeBorrower(document, this.workspace)
        : analyzer.analyze(document, this.workspace),
    );
  }

  /** Analyses again as long as something that was asked comes to be known. */
  private async inRounds(analyze: () => FileFacts): Promise<FileFacts> {
    for (let round = 1; ; round++) {
      const facts = analyze();
      const more = await this.workspace.load(facts.asked);
      if (!more || round === maxRounds) return facts;
    }
  }

  private async scanFile(file: string): Promise<ScannedFile> {
    const { files } = this.parts;
    const read = files.now ? files.now.read(file, maxFileBytes) : await files.read(file, maxFileBytes);
    if (!read.ok) return { file, facts: null, skipped: read.error };
    const seen = this.parts.note?.(file, read.value);
    const scanned = await this.scanBytes(file, read.value);
    return seen ? { ...scanned, seen } : scanned;
  }

  private async scanBytes(file: string, bytes: Uint8Array): Promise<ScannedFile> {
    const holds = mayHold(file, bytes);
    if (holds === 'nothing') return { file, facts: null, skipped: null };
    const { text, problem } = this.parts.decode(bytes);
    const document = readDocument(file, text);
    if (!document.ok) return { file, facts: null, skipped: document.error };
    try {
      const facts = await this.analyzeStored(document.value, holds);
      return {
        file,
        facts: problem && holds === 'usage' ? withProblem(facts, problem) : facts,
        skipped: null,
      };
    } catch (error) {
      // A parser that fails on one file must not take the scan with it: the file is reported, the rest goes on.
      return { file, facts: null, skipped: message('the analysis failed: {0}', String(error)) };
    }
  }
}

function withProblem(facts: FileFacts, text: Message): FileFacts {
  const problem: FileProblem = { message: text, place: null };
  return { ...facts, problems: [problem, ...facts.problems] };
}

import type { SourceDocument } from '../analyzer/source';
import type { FileFacts } from '../analyzer/usage';
import type { Cancellation } from '../shared/host';
import { inSlices } from '../shared/slices';
import type { FactsCache, FoundFacts } from './factsCache';
import type { ScannedFile, Scanner } from './scanner';

/** For fewer files the cache is left alone: reading a folder's pack costs more than analysing them. */
const fewFiles = 16;

/** A scanner that remembers: only what changed since the last scan of the folder is handed on to be analysed. */
export class CachedScanner implements Scanner {
  /** @param inner is this scanner's own from then on */
  constructor(
    private readonly inner: Scanner,
    private readonly cache: FactsCache,
    private readonly breathe?: () => Promise<void>,
  ) {}

  async scan(
    paths: readonly string[],
    onFile: (scanned: ScannedFile) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    if (paths.length < fewFiles) return this.inner.scan(paths, onFile, cancellation);
    const started = Date.now();
    const remembered = await this.cache.open();
    const missing: string[] = [];
    const recall = (file: string): void => {
      if (cancellation.cancelled) return;
      const facts = remembered.get(file);
      if (facts === undefined) missing.push(file);
      else onFile({ file, facts, skipped: null });
    };
    await inSlices(paths, recall, this.breathe);
    if (missing.length === 0) return;
    const found: FoundFacts[] = [];
    const accept = ({ seen, ...scanned }: ScannedFile): void => {
      if (!scanned.skipped) found.push({ ...scanned, ...(seen ? { seen } : {}) });
      onFile(scanned);
    };
    await this.inner.scan(missing, accept, cancellation);
    await this.cache.keep(remembered, found, started, this.breathe);
  }

  analyze(document: SourceDocument): Promise<FileFacts> {
    return this.inner.analyze(document);
  }

  forget(path: string): void {
    this.inner.forget(path);
  }

  dispose(): void {
    this.inner.dispose();
  }
}

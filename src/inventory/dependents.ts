import type { Asked } from '../analyzer/usage';

/** Which files' facts rest on which other paths: what must be analysed again when a path changes. */
export class Dependents {
  private readonly askedBy = new Map<string, Set<string>>();
  private readonly asks = new Map<string, readonly Asked[]>();

  /** Notes what the facts of `file` rest on, in place of what was noted before. */
  set(file: string, asked: readonly Asked[]): void {
    this.remove(file);
    if (asked.length === 0) return;
    this.asks.set(file, asked);
    for (const { path } of asked) {
      const files = this.askedBy.get(path) ?? new Set();
      this.askedBy.set(path, files.add(file));
    }
  }

  remove(file: string): void {
    for (const { path } of this.asks.get(file) ?? []) this.askedBy.get(path)?.delete(file);
    this.asks.delete(file);
  }

  /** The files that asked for `path`, or for a folder that holds it: a new file changes what its folder is. */
  of(path: string): string[] {
    const files = new Set<string>();
    for (let part = path; part; part = part.slice(0, Math.max(part.lastIndexOf('/'), 0))) {
      for (const file of this.askedBy.get(part) ?? []) files.add(file);
    }
    files.delete(path);
    return [...files].sort();
  }
}

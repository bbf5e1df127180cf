import type { Asked } from '../analyzer/usage';

/** Which files' facts rest on which other paths: what must be analysed again when a path changes. */
export class Dependents {
  /** Made when somebody asks first: a scan that nothing follows never does. */
  private askedBy: Map<string, Set<string>> | null = null;
  private readonly asks = new Map<string, readonly Asked[]>();

  /** Notes what the facts of `file` rest on, in place of what was noted before. */
  set(file: string, asked: readonly Asked[]): void {
    this.remove(file);
    if (asked.length === 0) return;
    this.asks.set(file, asked);
    if (this.askedBy) note(this.askedBy, file, asked);
  }

  remove(file: string): void {
    if (this.askedBy) for (const { path } of this.asks.get(file) ?? []) this.askedBy.get(path)?.delete(file);
    this.asks.delete(file);
  }

  /** The files that asked for `path`, or for a folder that holds it: a new file changes what its folder is. */
  of(path: string): string[] {
    const askedBy = (this.askedBy ??= this.index());
    const files = new Set<string>();
    for (let part = path; part; part = part.slice(0, Math.max(part.lastIndexOf('/'), 0))) {
      for (const file of askedBy.get(part) ?? []) files.add(file);
    }
    files.delete(path);
    return [...files].sort();
  }

  private index(): Map<string, Set<string>> {
    const askedBy = new Map<string, Set<string>>();
    for (const [file, asked] of this.asks) note(askedBy, file, asked);
    return askedBy;
  }
}

function note(askedBy: Map<string, Set<string>>, file: string, asked: readonly Asked[]): void {
  for (const { path } of asked) askedBy.set(path, (askedBy.get(path) ?? new Set()).add(file));
}

/** Paths with parts that are no names: what stands there cannot be told by the names in folders. */
const unclear = /(?:^|\/)\.{0,2}(?:\/|$)|\\/;

/**
 * What stands in the folders of a workspace, each listed once: most paths that an analysis asks for are nowhere, and many for the
 * same reason, a folder that is not there.
 */
export class FolderNames {
  private readonly names = new Map<string, ReadonlySet<string>>();
  /** By folder. */
  private readonly missing = new Map<string, string | null>();

  constructor(private readonly list: (folder: string) => readonly string[]) {}

  /** Whether a folder holds nothing of a path's name, whatever the case of the letters. */
  lacks(path: string): boolean {
    if (unclear.test(path)) return false;
    const folder = folderOf(path);
    let names = this.names.get(folder);
    if (!names) {
      names = new Set(this.list(folder).map((name) => name.toLowerCase()));
      this.names.set(folder, names);
    }
    return !names.has(path.slice(folder === '' ? 0 : folder.length + 1).toLowerCase());
  }

  /** The shortest beginning of a path at which nothing stands; null where something may stand at all of it. */
  missingPart(path: string): string | null {
    if (unclear.test(path)) return null;
    return this.missingFolder(folderOf(path)) ?? (this.lacks(path) ? path : null);
  }

  private missingFolder(folder: string): string | null {
    if (folder === '') return null;
    const known = this.missing.get(folder);
    if (known !== undefined) return known;
    const part = this.missingFolder(folderOf(folder)) ?? (this.lacks(folder) ? folder : null);
    this.missing.set(folder, part);
    return part;
  }
}

/** Empty for what lies at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

import type { WorkspaceView } from '../source';
import type { SourceText } from '../text';
import type { Asked } from '../usage';
import type { Listener } from './heard';
import { ConfigData } from './configData';
import type { PythonModule } from './module';
import { folderOf, foldersUp, joinTwoPaths, normalPath } from './pathNames';

/** An answer of the workspace: what stands there, null for nothing, or not known yet. */
export type Answer<T> = T | null | 'pending';

/** A Python file of the folder. */
export interface ModuleFile {
  readonly path: string;
  readonly text: string;
}

/** What the evaluator may know of the world outside of one file; notes all that it asks. */
export class World {
  private readonly noted = new Map<string, Asked>();
  private listening: Map<string, Asked> | null = null;
  private readonly configs = new Map<string, Answer<ConfigData>>();
  /** Packages without a file of their own that an import has named. */
  readonly namespaces = new Set<string>();

  constructor(
    private readonly workspace: WorkspaceView,
    private readonly main: SourceText,
    private readonly parse: (file: ModuleFile) => PythonModule,
    /** Whether a top-level name is a library's: then the workspace is not asked for it. */
    readonly isLibrary: (root: string) => boolean,
    private readonly listener: Listener | null = null,
  ) {}

  /** What was asked, each once, sorted: in which order things are found out does not matter. */
  get asked(): readonly Asked[] {
    return [...this.noted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, asked]) => asked);
  }

  /** The module of a dotted name, as an import in `from` sees it. */
  moduleNamed(segments: readonly string[], level: number, from: string): Answer<PythonModule> {
    const found = this.fileNamed(segments, level, from);
    if (found === null || found === 'pending') return found;
    return this.parse(found);
  }

  /** The file of a module, not parsed. */
  fileNamed(segments: readonly string[], level: number, from: string): Answer<ModuleFile> {
    const folders = level > 0 ? relativeFolder(from, level) : importRoots(folderOf(from));
    let pending = false;
    for (const folder of folders) {
      const found = this.fileIn(folder, segments);
      if (found === 'pending') pending = true;
      else if (found) return pending ? 'pending' : found;
    }
    return pending ? 'pending' : null;
  }

  /** The configuration at a path that code names: seen from the folder's root, and from the file's own folder. */
  config(path: string, from: string): Answer<ConfigData> {
    const places = [path, joinTwoPaths(folderOf(from), path)].map(normalPath);
    let pending = false;
    for (const place of new Set(places)) {
      const found = place === null || place === '' ? null : this.configAt(place);
      if (found === 'pending') pending = true;
      else if (found) return pending ? 'pending' : found;
    }
    return pending ? 'pending' : null;
  }

  /** What stands at a path that code names, seen from the root or from the file's folder: the more telling answer. */
  standsAt(path: string, from: string): 'model' | 'other' | 'pending' {
    const places = [path, joinTwoPaths(folderOf(from), path)].map(normalPath);
    const answers = [...new Set(places)].map((place) => {
      if (place === null || place === '') return 'nothing';
      this.note('path', place);
      return this.workspace.path(place);
    });
    if (answers.includes('model')) return 'model';
    return answers.includes('pending') ? 'pending' : 'other';
  }

  private fileAt(path: string): Answer<ModuleFile> {
    if (path === this.main.path) return { path, text: this.main.text };
    this.note('module', path);
    const text = this.workspace.source(path);
    return text === null || text === 'pending' ? text : { path, text };
  }

  private fileIn(folder: string, segments: readonly string[]): Answer<ModuleFile> {
    const base = joinTwoPaths(folder, segments.join('/'));
    const paths =
      segments.length === 0 ? [joinTwoPaths(folder, '__init__.py')] : [`${base}.py`, `${base}/__init__.py`];
    const answers = paths.map((path) => this.fileAt(path));
    if (answers.includes('pending')) return 'pending';
    return answers.find((each) => each !== null) ?? null;
  }

  private configAt(path: string): Answer<ConfigData> {
    this.note('config', path);
    const known = this.configs.get(path);
    if (known !== undefined) return known;
    const text = this.workspace.config(path);
    const found = text === null || text === 'pending' ? text : ConfigData.parse(path, text);
    this.configs.set(path, found);
    return found;
  }

  /** Does some work and answers what it asked as well. */
  noting<T>(work: () => T): { value: T; asked: readonly Asked[] } {
    const outer = this.listening;
    const heard = new Map<string, Asked>();
    this.listening = heard;
    try {
      return { value: work(), asked: [...heard.values()] };
    } finally {
      this.listening = outer;
      for (const [key, each] of heard) outer?.set(key, each);
    }
  }

  /** Notes what an answer that was found out earlier rests on. */
  alsoAsked(asked: readonly Asked[]): void {
    for (const { kind, path } of asked) this.note(kind, path);
  }

  private note(kind: Asked['kind'], path: string): void {
    const key = `${kind}:${path}`;
    const asked = { kind, path };
    this.noted.set(key, asked);
    this.listener?.ask(asked);
    this.listening?.set(key, asked);
  }
}

/** Folders in which an absolute import may be found: the file's own and those around it, then source roots below the folder. */
function importRoots(folder: string): string[] {
  return [...foldersUp(folder), 'src', 'lib', 'python'];
}

/** The folder that the dots of a relative import lead to. */
function relativeFolder(from: string, level: number): string[] {
  const around = foldersUp(folderOf(from));
  const folder = around[level - 1];
  return folder === undefined ? [] : [folder];
}

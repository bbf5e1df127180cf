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

/** An answer, and all that was asked to find it. */
interface Found {
  readonly answer: Answer<ModuleFile>;
  readonly asked: readonly Asked[];
}

/** What was asked, in groups: a module that is named again is the same group. */
export type AskedGroups = ReadonlySet<readonly Asked[]>;

/** What is known to have been asked: each once, sorted by its name. */
export interface KnownAsked {
  readonly all: readonly Asked[];
  has(asked: Asked): boolean;
}

/** What the order of all that was asked goes by. */
export function nameOfAsked({ kind, path }: Asked): string {
  return `${kind}:${path}`;
}

/** What the evaluator may know of the world outside of one file; notes all that it asks. */
export class World {
  private readonly noted = new Set<readonly Asked[]>();
  private known: KnownAsked | null = null;
  private listening: Set<readonly Asked[]> | null = null;
  private readonly files = new Map<string, Found>();
  private readonly configs = new Map<string, Answer<ConfigData>>();
  /** Modules that this analysis has met: parsed again, their nodes would be others, and nothing of them be remembered. */
  private readonly modules = new Map<string, PythonModule>();
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
    const { known } = this;
    const byName = new Map<string, Asked>();
    for (const group of this.noted)
      for (const asked of group) if (!known?.has(asked)) byName.set(nameOfAsked(asked), asked);
    if (known && byName.size === 0) return known.all;
    for (const asked of known?.all ?? []) byName.set(nameOfAsked(asked), asked);
    return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, asked]) => asked);
  }

  /** The module of a dotted name, as an import in `from` sees it. */
  moduleNamed(segments: readonly string[], level: number, from: string): Answer<PythonModule> {
    const found = this.fileNamed(segments, level, from);
    if (found === null || found === 'pending') return found;
    let module = this.modules.get(found.path);
    if (!module) this.modules.set(found.path, (module = this.parse(found)));
    return module;
  }

  /** The file of a module, not parsed. */
  fileNamed(segments: readonly string[], level: number, from: string): Answer<ModuleFile> {
    const folder = folderOf(from);
    const key = `${String(level)} ${folder} ${segments.join('.')}`;
    let found = this.files.get(key);
    if (!found) this.files.set(key, (found = this.findFile(segments, level, folder)));
    this.note(found.asked);
    return found.answer;
  }

  private findFile(segments: readonly string[], level: number, from: string): Found {
    const asked: Asked[] = [];
    let pending = false;
    for (const folder of level > 0 ? relativeFolder(from, level) : importRoots(from)) {
      const answer = this.fileIn(folder, segments, asked);
      if (answer === 'pending') pending = true;
      else if (answer) return { answer: pending ? 'pending' : answer, asked };
    }
    return { answer: pending ? 'pending' : null, asked };
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
      this.note([{ kind: 'path', path: place }]);
      return this.workspace.path(place);
    });
    if (answers.includes('model')) return 'model';
    return answers.includes('pending') ? 'pending' : 'other';
  }

  private fileAt(path: string, asked: Asked[]): Answer<ModuleFile> {
    if (path === this.main.path) return { path, text: this.main.text };
    asked.push({ kind: 'module', path });
    const text = this.workspace.source(path);
    return text === null || text === 'pending' ? text : { path, text };
  }

  private fileIn(folder: string, segments: readonly string[], asked: Asked[]): Answer<ModuleFile> {
    const base = joinTwoPaths(folder, segments.join('/'));
    const paths =
      segments.length === 0 ? [joinTwoPaths(folder, '__init__.py')] : [`${base}.py`, `${base}/__init__.py`];
    const answers = paths.map((path) => this.fileAt(path, asked));
    if (answers.includes('pending')) return 'pending';
    return answers.find((each) => each !== null) ?? null;
  }

  private configAt(path: string): Answer<ConfigData> {
    this.note([{ kind: 'config', path }]);
    const known = this.configs.get(path);
    if (known !== undefined) return known;
    const text = this.workspace.config(path);
    const found = text === null || text === 'pending' ? text : ConfigData.parse(path, text);
    this.configs.set(path, found);
    return found;
  }

  /** Does some work and answers what it asked as well. */
  noting<T>(work: () => T): { value: T; asked: AskedGroups } {
    const outer = this.listening;
    const heard = new Set<readonly Asked[]>();
    this.listening = heard;
    try {
      return { value: work(), asked: heard };
    } finally {
      this.listening = outer;
      for (const group of heard) outer?.add(group);
    }
  }

  /** Notes what an answer that was found out earlier rests on. */
  alsoAsked(asked: Iterable<readonly Asked[]>): void {
    for (const group of asked) this.note(group);
  }

  /** The same for what is known of an open document. */
  alsoKnown(known: KnownAsked): void {
    this.known = known;
  }

  private note(group: readonly Asked[]): void {
    this.noted.add(group);
    this.listening?.add(group);
    if (this.listener) for (const asked of group) this.listener.ask(asked);
  }
}

/** Folders in which an absolute import may be found: the file's own and those around it, then source roots below the folder. */
function importRoots(folder: string): string[] {
  return [...foldersUp(folder), 'src', 'lib', 'python'];
}

/** The folder that the dots of a relative import lead to. */
function relativeFolder(from: string, level: number): string[] {
  const around = foldersUp(from);
  const folder = around[level - 1];
  return folder === undefined ? [] : [folder];
}

import type { SignatureIndex } from '../signatureIndex';
import type { ForeignMemory, ImportLine } from './foreignMemory';
import type { ImportedName } from './importStatements';
import { occurrences, startOfLine } from './occurrences';
import type { ModuleFile, World } from './world';

/** Characters of an assigned value that are looked through. */
const longestValue = 8_000;

/** What may stand before a name that is assigned to: other targets. */
const targetsBefore = /^[ \t]*(?:[\w.]+[ \t]*,[ \t]*)*$/;
const assigned = /[ \t]*(?:,[^=\n]*)?(?::[^=\n]*)?=(?!=)/y;
const functionBefore = /^[ \t]*(?:async[ \t]+)?def[ \t]+$/;
/** Characters of a function that are looked through. */
const longestFunction = 20_000;
const signatureEnd = /:[ \t]*(?:#[^\n]*)?\r?\n/;
const returned = /\b(?:return|yield)\b([^\n#]*)/g;
const calledName = /(?<![\w.])[^\W\d]\w*(?=\()/g;
/** Names whose value stands as it is: neither called, nor asked for a member. */
const notCalled = /(?<!\w)[^\W\d]\w*(?![\w.]|[ \t]*\()/g;
const classBefore = /^[ \t]*class[ \t]+$/;
const baseList = /[ \t]*(?:\(([^)]*)\))?/y;
const importBefore = /^[ \t]*import[ \t].*?(\w+)[\w.]*[ \t]+as[ \t]+$/;

const plainString = /"[^"\n]*"|'[^'\n]*'/g;

/** Modules that lead to modules; beyond this a name is taken to matter. */
const deepest = 5;

const importList = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)/gm;

type ModuleName = Pick<ImportedName, 'level' | 'module'>;
type MemberName = Pick<ImportedName, 'level' | 'module' | 'member'>;

/**
 * Whether a name that another module of the workspace brings may be a loader there, told from that module's text: parsing
 * every imported module only to learn that its functions are no loaders would cost more than the file itself.
 * In doubt the answer is yes.
 */
export class ForeignNames {
  private readonly known = new Map<string, boolean | 'busy'>();
  /** How often an answer rested on one that was not there yet. */
  private cuts = 0;
  /** Something that was asked is not loaded yet. */
  private pending = false;

  constructor(
    private readonly world: World,
    private readonly signatures: SignatureIndex,
    private readonly memory: ForeignMemory,
  ) {}

  /** Whether an import is of a module that may be the workspace's. */
  isWorkspace({ level, module }: ModuleName): boolean {
    return level > 0 || !this.world.isLibrary(module[0] ?? '');
  }

  /** Whether code holds an import of such a module. */
  importsWorkspace(code: string): boolean {
    for (const [, dots, root = ''] of code.matchAll(/^[ \t]*(?:from|import)[ \t]+(\.*)(\w*)/gm)) {
      if (dots !== '' || !this.world.isLibrary(root)) return true;
    }
    return false;
  }

  /** Whether an imported name, or with `member` a member of an imported module, may be a loader. */
  mayLoad({ level, module, member }: MemberName, below: string | null, from: string): boolean {
    if (level === 0 && this.world.isLibrary(module[0] ?? '')) return false;
    if (member === null) return this.inModule(module, level, below ?? '', from, 0);
    if (this.inModule(module, level, member, from, 0)) return true;
    if (below === null) return false;
    return (
      this.inModule([...module, member], level, below, from, 0) ||
      this.inRenamedModule({ level, module, member }, below, from)
    );
  }

  /** `from . import x as member` in the module: then `member.below` is a name of x. */
  private inRenamedModule({ level, module, member }: MemberName, below: string, from: string): boolean {
    const file = this.world.fileNamed(module, level, from);
    if (file === null || file === 'pending' || member === null) return false;
    const lines = this.memory.importsOf(file, importLines).get(member) ?? [];
    return lines.some(
      (line) =>
        line.original !== '*' &&
        this.inModule([...line.module, line.original], line.level, below, file.path, 0),
    );
  }

  /** Whether `from x import *` may bring a loader under this name. */
  mayBring({ level, module }: ModuleName, name: string, from: string): boolean {
    if (level === 0 && this.world.isLibrary(module[0] ?? ''))
      return this.signatures.mayLeadTo(name, () => true);
    return this.inModule(module, level, name, from, 0);
  }

  private inModule(
    module: readonly string[],
    level: number,
    name: string,
    from: string,
    depth: number,
  ): boolean {
    const file = this.world.fileNamed(module, level, from);
    if (file === 'pending') this.pending = true;
    if (file === null || file === 'pending') return file !== null;
    this.memory.see(file);
    return this.inFile(file, name, depth);
  }

  private inFile(file: ModuleFile, name: string, depth: number): boolean {
    if (depth > deepest) {
      this.cuts++;
      return true;
    }
    const key = `${file.path}:${name}`;
    const before = this.known.get(key);
    if (before !== undefined) {
      if (before === 'busy') this.cuts++;
      return before === true;
    }
    const remembered = this.memory.get(file, name);
    if (remembered) this.world.alsoAsked(remembered.asked);
    const answer = remembered?.mayLoad ?? this.find(file, name, depth, key);
    this.known.set(key, answer);
    return answer;
  }

  private find(file: ModuleFile, name: string, depth: number, key: string): boolean {
    this.known.set(key, 'busy');
    const cutsBefore = this.cuts;
    const wasPending = this.pending;
    this.pending = false;
    const { value: mayLoad, asked } = this.world.noting(() => this.look(file, name, depth));
    // In a circle, too deep, or before all is loaded, an answer is good for now only.
    const isSure = depth === 0 || this.cuts === cutsBefore;
    if (!this.pending && isSure) this.memory.set(file, name, { mayLoad, asked });
    this.pending ||= wasPending;
    return mayLoad;
  }

  private look(file: ModuleFile, name: string, depth: number): boolean {
    if (!/^\w+$/.test(name)) return false;
    for (const at of occurrences(file.text, name)) {
      const head = file.text.slice(startOfLine(file.text, at), at);
      if (
        this.isAssigned(file, name, at, head, depth) ||
        this.isSubclass(file, at + name.length, head, depth) ||
        this.isGiver(file, at + name.length, head, depth) ||
        this.isLibraryAlias(head)
      ) {
        return true;
      }
    }
    return this.imported(file, name, depth);
  }

  /** `name = …` at any indentation, where what is assigned holds a name that may be a loader. */
  private isAssigned(file: ModuleFile, name: string, at: number, head: string, depth: number): boolean {
    const { text } = file;
    const from = at + name.length;
    assigned.lastIndex = from;
    if (!targetsBefore.test(head) || !assigned.test(text)) return false;
    const value = deeperPart(text.slice(assigned.lastIndex, assigned.lastIndex + longestValue), head);
    const words = value.replace(plainString, '').match(/[^\W\d]\w*/g);
    return [...new Set(words)].some((word) => word !== name && this.mayStandForLoader(word, file, depth));
  }

  /** `def name(…):` in which a name stands for itself that may be a loader, or that gives what another such function gives. */
  private isGiver(file: ModuleFile, behind: number, head: string, depth: number): boolean {
    if (!functionBefore.test(head)) return false;
    const whole = deeperPart(file.text.slice(behind, behind + longestFunction), head).replace(
      plainString,
      '',
    );
    const body = whole.slice(signatureEnd.exec(whole)?.index ?? 0);
    const results = [...body.matchAll(returned)].map(([, result = '']) => result);
    if (results.length === 0) return false;
    const words = new Set(body.match(notCalled));
    const called = new Set(results.join('\n').match(calledName));
    return (
      [...words].some((word) => this.isLoaderIn(file, word, depth)) ||
      [...called].some((word) => this.isOwn(file, word) && this.inFile(file, word, depth + 1))
    );
  }

  private isLoaderIn(file: ModuleFile, name: string, depth: number): boolean {
    const isImported = this.memory.importsOf(file, importLines).has(name);
    return isImported ? this.mayStandForLoader(name, file, depth) : this.isLoaderLike(name, file);
  }

  /** Whether a name is a function of a file, or from another module of the workspace. */
  private isOwn(file: ModuleFile, name: string): boolean {
    const lines = this.memory.importsOf(file, importLines).get(name);
    return lines ? lines.some((line) => this.isWorkspace(line)) : file.text.includes(`def ${name}(`);
  }

  /** `class name(base):` */
  private isSubclass(file: ModuleFile, behind: number, head: string, depth: number): boolean {
    if (!classBefore.test(head)) return false;
    baseList.lastIndex = behind;
    return this.anyBase(file, baseList.exec(file.text)?.[1] ?? '', depth);
  }

  /** `import spacy as name`. */
  private isLibraryAlias(head: string): boolean {
    const imported = importBefore.exec(head);
    return imported !== null && this.signatures.isRoot(imported[1] ?? '');
  }

  private anyBase(file: ModuleFile, list: string, depth: number): boolean {
    const bases = list.match(/[\w.]+(?=\s*(?:,|\[|$))/g) ?? [];
    return bases.some((base) => {
      const last = base.slice(base.lastIndexOf('.') + 1);
      const isPlain = last === base;
      return isPlain ? this.mayStandForLoader(base, file, depth) : this.isOrBringsLoader(last, file, depth);
    });
  }

  /** A name by itself. One that is imported from the workspace is no library's, whatever it is called. */
  private mayStandForLoader(name: string, file: ModuleFile, depth: number): boolean {
    const lines = this.memory.importsOf(file, importLines).get(name) ?? [];
    const isOwn = lines.length > 0 && lines.every((line) => this.isWorkspace(line));
    return isOwn ? this.inFile(file, name, depth + 1) : this.isOrBringsLoader(name, file, depth);
  }

  private isOrBringsLoader(name: string, file: ModuleFile, depth: number): boolean {
    return this.isLoaderLike(name, file) || this.inFile(file, name, depth + 1);
  }

  private imported(file: ModuleFile, name: string, depth: number): boolean {
    const imports = this.memory.importsOf(file, importLines);
    for (const { level, module, original } of [...(imports.get(name) ?? []), ...(imports.get('*') ?? [])]) {
      const wanted = original === '*' ? name : original;
      if (level === 0 && this.world.isLibrary(module[0] ?? '')) {
        if (this.isLoaderLike(wanted, file)) return true;
      } else if (this.inModule(module, level, wanted, file.path, depth + 1)) return true;
    }
    return false;
  }

  /** Whether a name of a file may be a loader's, or lead to one, with the library's root in the file. */
  private isLoaderLike(name: string, file: ModuleFile): boolean {
    return this.signatures.mayLeadTo(name, (root) => this.memory.holds(file, root));
  }
}

/** The part of a text before the next line that begins no deeper than a line with this head. */
function deeperPart(text: string, head: string): string {
  const indent = head.length - head.trimStart().length;
  return text.slice(0, new RegExp(`\\n[ \\t]{0,${String(indent)}}[\\w@]`).exec(text)?.index);
}

/** The `from … import` statements of a text. */
export function importLines(text: string): ImportLine[] {
  return [...text.matchAll(importList)].flatMap(([, dots = '', path = '', list = '']) => {
    const module = path === '' ? [] : path.split('.');
    const level = dots.length;
    const items = list.replace(/[()\\]|#[^\n]*/g, ' ').split(',');
    return items.flatMap((item) => {
      const [original = '', as, alias] = item.trim().split(/\s+/);
      return original === ''
        ? []
        : [{ level, module, original, bound: as === 'as' ? (alias ?? '') : original }];
    });
  });
}

import type { SignatureIndex } from '../signatureIndex';
import type { ImportedName } from './importStatements';
import type { ModuleFile, World } from './world';

/** Characters of an assigned value that are looked through. */
const longestValue = 8_000;

const plainString = /"[^"\n]*"|'[^'\n]*'/g;

/** Modules that lead to modules; beyond this a name is taken to matter. */
const deepest = 5;

const importList = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^)]*\)|[^\n#]*)/gm;

/**
 * Whether a name that another module of the workspace brings may be a loader there, told from that module's text: parsing
 * every imported module only to learn that its functions are no loaders would cost more than the file itself.
 * In doubt the answer is yes.
 */
export class ForeignNames {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly world: World,
    private readonly signatures: SignatureIndex,
  ) {}

  /** Whether an import is of a module that may be the workspace's. */
  isWorkspace({ level, module }: ImportedName): boolean {
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
  mayLoad({ level, module, member }: ImportedName, below: string | null, from: string): boolean {
    if (level === 0 && this.world.isLibrary(module[0] ?? '')) return false;
    if (member === null) return this.inModule(module, level, below ?? '', from, 0);
    if (this.inModule(module, level, member, from, 0)) return true;
    return below !== null && this.inModule([...module, member], level, below, from, 0);
  }

  /** Whether `from x import *` may bring a loader under this name. */
  mayBring({ level, module }: ImportedName, name: string, from: string): boolean {
    if (level === 0 && this.world.isLibrary(module[0] ?? ''))
      return this.signatures.mayEndIn(name, () => true);
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
    if (file === 'pending') return true;
    return file !== null && this.inFile(file, name, depth);
  }

  private inFile(file: ModuleFile, name: string, depth: number): boolean {
    if (depth > deepest) return true;
    const key = `${file.path}:${name}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    this.known.set(key, false);
    const answer = this.look(file, name, depth);
    this.known.set(key, answer);
    return answer;
  }

  private look(file: ModuleFile, name: string, depth: number): boolean {
    const { text } = file;
    if (!/^\w+$/.test(name)) return false;
    if (text.includes(name)) {
      if (
        this.isAssigned(file, name, depth) ||
        this.isSubclass(file, name, depth) ||
        this.isLibraryAlias(text, name)
      ) {
        return true;
      }
    }
    return this.imported(file, name, depth);
  }

  /** `name = …` at any indentation, where what is assigned holds a name that may be a loader. */
  private isAssigned(file: ModuleFile, name: string, depth: number): boolean {
    const { text } = file;
    const assignment = new RegExp(
      `^([ \\t]*)(?:[\\w.]+[ \\t]*,[ \\t]*)*${name}[ \\t]*(?:,[^=\\n]*)?(?::[^=\\n]*)?=(?!=)`,
      'gm',
    );
    for (const match of text.matchAll(assignment)) {
      const from = match.index + match[0].length;
      const value = text.slice(from, from + longestValue);
      // What is assigned ends before the next line that begins no deeper.
      const next = new RegExp(`\\n[ \\t]{0,${String(match[1]?.length ?? 0)}}[\\w@]`).exec(value);
      const words = new Set(
        value
          .slice(0, next?.index)
          .replace(plainString, '')
          .match(/[^\W\d]\w*/g),
      );
      for (const word of words) {
        if (word !== name && (this.isLoaderLike(word, text) || this.inFile(file, word, depth + 1)))
          return true;
      }
    }
    return false;
  }

  private isSubclass(file: ModuleFile, name: string, depth: number): boolean {
    const bases = new RegExp(`^[ \\t]*class[ \\t]+${name}[ \\t]*(?:\\(([^)]*)\\))?`, 'm').exec(file.text);
    return bases !== null && this.anyBase(file, bases[1] ?? '', depth);
  }

  /** `import spacy as name`. */
  private isLibraryAlias(text: string, name: string): boolean {
    if (!text.includes(` as ${name}`)) return false;
    const imported = new RegExp(`^[ \\t]*import[ \\t].*?(\\w+)[\\w.]*[ \\t]+as[ \\t]+${name}\\b`, 'm').exec(
      text,
    );
    return imported !== null && this.signatures.isRoot(imported[1] ?? '');
  }

  private anyBase(file: ModuleFile, list: string, depth: number): boolean {
    const bases = list.match(/[\w.]+(?=\s*(?:,|\[|$))/g) ?? [];
    return bases.some((base) => {
      const last = base.slice(base.lastIndexOf('.') + 1);
      return this.isLoaderLike(last, file.text) || this.inFile(file, last, depth + 1);
    });
  }

  private imported({ path, text }: ModuleFile, name: string, depth: number): boolean {
    for (const [, dots = '', module = '', list = ''] of text.matchAll(importList)) {
      const original = list.includes('*') ? name : originalOf(list, name);
      if (original === null) continue;
      const segments = module === '' ? [] : module.split('.');
      if (dots === '' && this.world.isLibrary(segments[0] ?? '')) {
        if (this.isLoaderLike(original, text)) return true;
      } else if (this.inModule(segments, dots.length, original, path, depth + 1)) return true;
    }
    return false;
  }

  /** Whether a name of a file may be a loader's last name, with the library's root in the file. */
  private isLoaderLike(name: string, text: string): boolean {
    return this.signatures.mayEndIn(name, (root) => text.includes(root));
  }
}

/** What `from x import (a, b as name)` takes under a name; null when it does not. */
function originalOf(list: string, name: string): string | null {
  if (!list.includes(name)) return null;
  for (const item of list.replace(/[()\\]|#[^\n]*/g, ' ').split(',')) {
    const [original = '', as, alias] = item.trim().split(/\s+/);
    if ((as === 'as' ? alias : original) === name) return original;
  }
  return null;
}

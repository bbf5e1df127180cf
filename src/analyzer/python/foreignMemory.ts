import { detached } from '../text';
import type { AskedGroups, ModuleFile } from './world';

/** An answer about a name of a module, and what of the workspace it rests on. */
export interface ForeignAnswer {
  readonly mayLoad: boolean;
  readonly asked: AskedGroups;
}

/** What a module's `from … import` statements bind, and from where. */
export interface ImportLine {
  readonly level: number;
  readonly module: readonly string[];
  /** The name in that module; `*` for all. */
  readonly original: string;
  readonly bound: string;
}

/** Imports by the name that they bind. */
type Imports = ReadonlyMap<string, readonly ImportLine[]>;

/** Characters of module texts whose contents are kept at hand. */
const keptCharacters = 12_000_000;

/** What was read out of one text. */
interface Glimpse {
  readonly text: string;
  imports: Imports | null;
  readonly holds: Map<string, boolean>;
}

/**
 * What was found out of other modules' names, kept from file to file for as long as the texts it rests on are the same.
 * Answers are small and stay; the texts themselves are let go, and known again by their digest.
 */
export class ForeignMemory {
  private readonly digests = new Map<string, number>();
  private readonly answers = new Map<string, Map<string, ForeignAnswer>>();
  private readonly glimpses = new Map<string, Glimpse>();
  private kept = 0;

  get({ path }: ModuleFile, name: string): ForeignAnswer | undefined {
    return this.answers.get(path)?.get(name);
  }

  set({ path }: ModuleFile, name: string, answer: ForeignAnswer): void {
    const ofFile = this.answers.get(path) ?? new Map<string, ForeignAnswer>();
    this.answers.set(path, ofFile.set(detached(name), answer));
  }

  importsOf(file: ModuleFile, read: (text: string) => readonly ImportLine[]): Imports {
    const glimpse = this.glimpse(file);
    return (glimpse.imports ??= byBoundName(read(file.text)));
  }

  /** Whether a text holds a word's characters. */
  holds(file: ModuleFile, word: string): boolean {
    const { holds } = this.glimpse(file);
    const known = holds.get(word) ?? file.text.includes(word);
    holds.set(word, known);
    return known;
  }

  /** Notes the text of a module as it is now; if it was another one, what rests on it is forgotten. */
  see(file: ModuleFile): void {
    const { path, text } = file;
    if (this.glimpses.get(path)?.text === text) return;
    const digest = digestOf(text);
    const before = this.digests.get(path);
    if (before !== undefined && before !== digest) this.forget(path);
    this.digests.set(path, digest);
    this.glimpse(file);
  }

  private glimpse({ path, text }: ModuleFile): Glimpse {
    const known = this.glimpses.get(path);
    if (known?.text === text) return known;
    const glimpse: Glimpse = { text, imports: null, holds: new Map() };
    this.letGo(path);
    this.glimpses.set(path, glimpse);
    this.kept += text.length;
    for (const oldest of this.glimpses.keys()) {
      if (this.kept <= keptCharacters || oldest === path) break;
      this.letGo(oldest);
    }
    return glimpse;
  }

  private letGo(path: string): void {
    this.kept -= this.glimpses.get(path)?.text.length ?? 0;
    this.glimpses.delete(path);
  }

  private forget(path: string): void {
    for (const [file, answers] of this.answers) {
      if (file === path) this.answers.delete(file);
      else for (const [name, { asked }] of answers) if (namesPath(asked, path)) answers.delete(name);
    }
  }
}

function namesPath(asked: AskedGroups, path: string): boolean {
  return [...asked].some((group) => group.some((each) => each.path === path));
}

function byBoundName(lines: readonly ImportLine[]): Imports {
  const imports = new Map<string, ImportLine[]>();
  for (const line of lines) {
    const same = imports.get(line.bound);
    if (same) same.push(line);
    else imports.set(line.bound, [line]);
  }
  return imports;
}

/** A number of 53 bits: two texts of a path that share it by chance are not met in practice. */
function digestOf(text: string): number {
  let low = 0x811c9dc5;
  let high = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) + (low >>> 13);
  }
  return (low >>> 0) + (high & 0x1fffff) * 0x100000000;
}

import type { Asked } from '../usage';
import type { ModuleFile } from './world';

/** An answer about a name of a module, and what of the workspace it rests on. */
export interface ForeignAnswer {
  readonly mayLoad: boolean;
  readonly asked: readonly Asked[];
}

/** What a module's `from … import` statements bind, and from where. */
export interface ImportLine {
  readonly level: number;
  readonly module: readonly string[];
  /** The name in that module; `*` for all. */
  readonly original: string;
  readonly bound: string;
}

/** Characters of module texts that are kept to tell whether an answer still holds. */
const keptCharacters = 16_000_000;

/** What was found out of other modules' names, kept from file to file for as long as the texts it rests on are the same. */
export class ForeignMemory {
  private readonly texts = new Map<string, string>();
  private readonly answers = new Map<string, Map<string, ForeignAnswer>>();
  private readonly imports = new Map<string, readonly ImportLine[]>();
  private kept = 0;

  get({ path }: ModuleFile, name: string): ForeignAnswer | undefined {
    return this.answers.get(path)?.get(name);
  }

  set({ path }: ModuleFile, name: string, answer: ForeignAnswer): void {
    const ofFile = this.answers.get(path) ?? new Map<string, ForeignAnswer>();
    this.answers.set(path, ofFile.set(name, answer));
  }

  importsOf(file: ModuleFile, read: (text: string) => readonly ImportLine[]): readonly ImportLine[] {
    const known = this.imports.get(file.path) ?? read(file.text);
    this.imports.set(file.path, known);
    return known;
  }

  /** Notes the text of a module as it is now; if it was another one, what rests on it is forgotten. */
  see({ path, text }: ModuleFile): void {
    const before = this.texts.get(path);
    if (before === text) return;
    this.forget(path);
    this.texts.set(path, text);
    this.kept += text.length;
    for (const oldest of this.texts.keys()) {
      if (this.kept <= keptCharacters || oldest === path) break;
      this.forget(oldest);
    }
  }

  private forget(path: string): void {
    const text = this.texts.get(path);
    if (text === undefined) return;
    this.kept -= text.length;
    this.texts.delete(path);
    this.imports.delete(path);
    for (const [file, answers] of this.answers) {
      if (file === path) this.answers.delete(file);
      else
        for (const [name, { asked }] of answers)
          if (asked.some((each) => each.path === path)) answers.delete(name);
    }
  }
}

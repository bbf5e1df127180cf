import { anyOf, fitsAny, globPattern } from './globs';
import { isTelling, plainSegments } from './needles';
import type { LoaderSignature, SignatureFamily, SignatureLanguage } from './signature';
import type { Part } from './usage';

/** A loader that a dotted name was found to be. */
export interface LoaderMatch {
  readonly family: SignatureFamily;
  readonly loader: LoaderSignature;
  readonly part: Part;
}

type Segment = string | RegExp;

/** Where a name is a loader's last: below the root of a library, behind other names. */
interface Way {
  readonly root: string;
  readonly behind: readonly string[];
}

interface Entry {
  readonly family: SignatureFamily;
  readonly loader: LoaderSignature;
  readonly segments: readonly Segment[];
}

/** The signature tables of a language, made ready to be asked for a dotted name. */
export class SignatureIndex {
  private readonly byRoot = new Map<string, Entry[]>();
  private readonly derivingByRoot = new Map<
    string,
    { family: SignatureFamily; segments: readonly Segment[]; index: number }[]
  >();
  private readonly matched = new Map<string, readonly LoaderMatch[]>();
  private readonly amongNames = new WeakMap<ReadonlySet<string>, readonly string[]>();
  private readonly derivingAmongNames = new WeakMap<ReadonlySet<string>, readonly string[]>();
  /** Last names of loaders, with the ways to them; true for one that tells the loader by itself. */
  private readonly lastNames = new Map<string, Way[] | true>();
  private readonly lastPatterns: { readonly pattern: RegExp; readonly roots: readonly string[] }[] = [];
  /** What stands before the last name: modules, classes; with the roots below which it does. */
  private readonly owners = new Map<string, Set<string>>();
  private readonly derivingNames: RegExp;
  private readonly nameless: { readonly root: string; readonly owner: string | null }[] = [];
  /** Last segments of the loaders whose mere name is a usage. */
  readonly expressionNames: ReadonlySet<string>;

  constructor(families: readonly SignatureFamily[], language: SignatureLanguage) {
    const ofLanguage = families.filter((family) => family.language === language);
    const names = new Set<string>();
    for (const family of ofLanguage) {
      for (const root of family.roots) this.add(root, family);
      for (const loader of family.loaders) {
        if (loader.kind === 'expression') {
          for (const call of callsOf(loader)) names.add(lastOf(call));
        } else for (const call of callsOf(loader)) this.noteEnd(call, family.roots);
      }
    }
    this.expressionNames = names;
    const deriving = ofLanguage.flatMap(({ derives = [] }) => derives);
    this.derivingNames = anyOf(deriving.map(({ call }) => lastOf(call)));
  }

  private noteEnd(call: string, roots: readonly string[]): void {
    const last = lastOf(call);
    const words = plainSegments(call);
    const behind = words.at(-1) === last ? words.slice(0, -1) : words;
    for (const owner of behind)
      this.owners.set(owner, new Set([...(this.owners.get(owner) ?? []), ...roots]));
    if (last.replaceAll('*', '') === '') {
      for (const root of roots) this.nameless.push({ root, owner: words.at(-1) ?? null });
    } else if (last.includes('*')) this.lastPatterns.push({ pattern: globPattern(last), roots });
    else if (isTelling(last)) this.lastNames.set(last, true);
    else {
      const known = this.lastNames.get(last) ?? [];
      if (known !== true) this.lastNames.set(last, [...known, ...roots.map((root) => ({ root, behind }))]);
    }
  }

  /**
   * Whether a loader's dotted name may end in this name. A name that means much else (`load`, `*Model`) counts only where
   * there are the root of a library that has such a loader, and the names between the two.
   */
  mayEndIn(name: string, has: (word: string) => boolean): boolean {
    return (
      this.endsLoader(name, has) ||
      this.lastPatterns.some(({ pattern, roots }) => pattern.test(name) && roots.some(has))
    );
  }

  /** Whether a loader's dotted name may end in this name or go through it (`hub` of `torch.hub.load`). */
  mayLeadTo(name: string, has: (word: string) => boolean): boolean {
    return this.mayEndIn(name, has) || [...(this.owners.get(name) ?? [])].some(has);
  }

  private endsLoader(name: string, has: (word: string) => boolean): boolean {
    const ways = this.lastNames.get(name);
    return ways === true || (ways?.some(({ root, behind }) => has(root) && behind.every(has)) ?? false);
  }

  /** Those among a file's names (which stay as they are) in which a loader's dotted name may end. */
  namesAmong(names: ReadonlySet<string>): readonly string[] {
    return remembered(this.amongNames, names, () => this.findAmong(names));
  }

  private findAmong(names: ReadonlySet<string>): string[] {
    // A string may tell any attribute, and is not among the names.
    const isRoot = (word: string) => this.byRoot.has(word);
    const hasAll = names.has('getattr') ? (word: string) => names.has(word) || !isRoot(word) : null;
    const has = hasAll ?? ((word: string) => names.has(word));
    const patterns = this.lastPatterns.filter(({ roots }) => roots.some((root) => names.has(root)));
    return [...names].filter(
      (name) => this.endsLoader(name, has) || patterns.some(({ pattern }) => pattern.test(name)),
    );
  }

  /** Those among a file's names (which stay as they are) for which `mayDerive`. */
  derivingAmong(names: ReadonlySet<string>): readonly string[] {
    return remembered(this.derivingAmongNames, names, () =>
      [...names].filter((name) => this.mayDerive(name)),
    );
  }

  /** Whether the dotted name of a call that trains or publishes may end in this name. */
  mayDerive(name: string): boolean {
    return this.derivingNames.test(name);
  }

  /** Whether a file with these names may call a loader that the tables give no name of its own (`applications.*`). */
  mayHaveAnyName(names: ReadonlySet<string>): boolean {
    return this.nameless.some(({ root, owner }) => names.has(root) && (owner === null || names.has(owner)));
  }

  /** Whether a top-level name is the root of a family. */
  isRoot(name: string): boolean {
    return this.byRoot.has(name);
  }
  /** Whether a loader with such a last name lies below a dotted name (a module, a class). */
  hasCommonLoaderBelow(
    [root = '', ...rest]: readonly string[],
    isCommon: (last: string) => boolean,
  ): boolean {
    return (this.byRoot.get(root) ?? []).some(({ segments }) => {
      const last = segments.at(-1);
      if (typeof last !== 'string' || !isCommon(last)) return false;
      return segments.some((_, until) => until >= rest.length - 1 && fits(segments.slice(0, until), rest));
    });
  }

  /** The loaders that a dotted name is; the first decides, others are `also` loaders. */
  match(path: readonly string[], kind: 'call' | 'expression' = 'call'): readonly LoaderMatch[] {
    const key = `${kind} ${path.join('.')}`;
    let matches = this.matched.get(key);
    if (!matches) this.matched.set(key, (matches = this.find(path, kind)));
    return matches;
  }

  /** The argument of a call that is trained on or published, when a dotted name is such a call. */
  deriving(
    path: readonly string[],
  ): { readonly position?: number; readonly keywords: readonly string[] } | null {
    const [root = '', ...rest] = path;
    const found = this.derivingByRoot.get(root)?.find(({ segments }) => fits(segments, rest));
    return found?.family.derives?.[found.index]?.argument ?? null;
  }

  private add(root: string, family: SignatureFamily): void {
    const entries = this.byRoot.get(root) ?? [];
    this.byRoot.set(root, entries);
    for (const loader of family.loaders) {
      for (const call of callsOf(loader)) entries.push({ family, loader, segments: compile(call) });
    }
    const deriving = this.derivingByRoot.get(root) ?? [];
    this.derivingByRoot.set(root, deriving);
    family.derives?.forEach(({ call }, index) => deriving.push({ family, segments: compile(call), index }));
  }

  private find([root = '', ...rest]: readonly string[], kind: 'call' | 'expression'): LoaderMatch[] {
    const fitting = (this.byRoot.get(root) ?? []).filter(
      ({ loader, segments }) => (loader.kind ?? 'call') === kind && fits(segments, rest),
    );
    const first = fitting.find(({ loader }) => !loader.also);
    const also = fitting.filter(({ loader }) => loader.also);
    const chosen = new Map((first ? [first, ...also] : also).map((entry) => [entry.loader, entry]));
    return [...chosen.values()].map(({ family, loader }) => ({
      family,
      loader,
      part: partOf(family, loader, rest),
    }));
  }
}

function remembered<K extends object, V>(memory: WeakMap<K, V>, key: K, find: () => V): V {
  const known = memory.get(key) ?? find();
  memory.set(key, known);
  return known;
}

function lastOf(call: string): string {
  return call.slice(call.lastIndexOf('.') + 1);
}

function callsOf({ call }: LoaderSignature): readonly string[] {
  return typeof call === 'string' ? [call] : call;
}

function compile(call: string): Segment[] {
  return call.split('.').map((each) => (each === '**' || !each.includes('*') ? each : globPattern(each)));
}

function fits(pattern: readonly Segment[], path: readonly string[], at = 0, from = 0): boolean {
  for (let i = at; i < pattern.length; i++, from++) {
    const segment = pattern[i];
    if (segment === '**') {
      for (let skip = from; skip <= path.length; skip++) if (fits(pattern, path, i + 1, skip)) return true;
      return false;
    }
    const name = path[from];
    if (name === undefined || segment === undefined) return false;
    if (typeof segment === 'string' ? segment !== name : !segment.test(name)) return false;
  }
  return from === path.length;
}

/** By the class: the segment before a method, else the last one. */
function partOf({ parts }: SignatureFamily, { part }: LoaderSignature, path: readonly string[]): Part {
  if (part) return part;
  const last = path.at(-1) ?? '';
  const owner = path.at(-2) ?? '';
  const name = /^_*[A-Z]/.test(owner) && !/^_*[A-Z]/.test(last) ? owner : last;
  return parts?.find(([glob]) => fitsAny([glob], name))?.[1] ?? 'weights';
}

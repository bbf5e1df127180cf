import { scaleOf, sizeGroup, type Term, terms } from './entry';
import type { IndexArrays, IndexHeader } from './file';
import { firstPlace, PackedNames } from './names';
import { allowedSlips, slipsBetween } from './near';
import { bitsIn, presentHigh, signatureOf } from './signature';

/** A model that was found. */
export interface Hit {
  readonly id: string;
  /** Place in `hubs`. */
  readonly hub: number;
}

/** What a walk over the models is narrowed to. */
export interface Narrowing extends Partial<Readonly<Record<Term, string>>> {
  /** Words that the id holds, lower case. */
  readonly words?: readonly string[];
}

/** Answers from the index of one catalogue: names near to a text, names that begin with it, models by words and terms. */
export class SearchIndex {
  private readonly names: PackedNames;
  private readonly owners: PackedNames;
  private readonly ownerTexts: string[] = [];
  private readonly ranks: Uint32Array;

  constructor(
    private readonly header: IndexHeader,
    private readonly arrays: IndexArrays,
  ) {
    this.names = new PackedNames(arrays.names, arrays.blocks, header.models);
    this.owners = new PackedNames(arrays.ownerNames, arrays.ownerBlocks, header.owners);
    this.ranks = new Uint32Array(header.models);
    arrays.byDownloads.forEach((place, rank) => (this.ranks[place] = rank));
  }

  /**
   * The id that `text` is nearest to; null when none is near. Case does not count. Of ids with an owner the one with the fewest slips, the
   * most downloaded of equals, owner and name held against each other apart. A text without an owner is held against the names behind the
   * owners: that is how ids are written from memory, so there a slip is likelier than that a model is meant which hardly anyone loads.
   */
  near(text: string): string | null {
    const wanted = text.toLowerCase();
    const limit = allowedSlips(wanted);
    if (limit < 1) return null;
    const slash = wanted.indexOf('/');
    const nearest = new Nearest(limit, slash < 0 ? weighed : decisive, this.ranks);
    if (slash < 0) this.nearNames(wanted, 0, null, nearest);
    else this.nearIds(wanted.slice(0, slash), wanted.slice(slash + 1), nearest);
    return nearest.place < 0 ? null : this.id(nearest.place);
  }

  private nearIds(owner: string, name: string, nearest: Nearest): void {
    const { ownerSignatures, ownerLength } = this.arrays;
    this.nearNames(`${owner}/${name}`, 0, this.placesOf(0, 1), nearest);
    const shape = new Shape(owner);
    for (let of = 0; of < this.header.owners; of++) {
      if (!shape.mayBeNear(ownerSignatures, ownerLength, of, nearest.limit)) continue;
      const slips = slipsBetween(owner, this.owners.at(of).toLowerCase(), nearest.limit);
      if (slips <= nearest.limit) this.nearNames(name, slips, this.placesOf(of + 1, of + 2), nearest);
    }
  }

  /** Looks for names near to a text among some places, or all; `before` slips were made already. */
  private nearNames(text: string, before: number, places: Uint32Array | null, nearest: Nearest): void {
    const { signatures, length } = this.arrays;
    const shape = new Shape(text);
    const count = places?.length ?? this.header.models;
    for (let at = 0; at < count; at++) {
      const place = places?.[at] ?? at;
      const left = nearest.limit - before;
      if (!shape.mayBeNear(signatures, length, place, left)) continue;
      const slips = slipsBetween(text, this.nameAt(place), left);
      if (slips <= left) nearest.offer(place, before + slips);
    }
  }

  /** Models whose id or name begins with `prefix`, without case, most downloaded first. */
  startingWith(prefix: string, limit: number): Hit[] {
    const text = prefix.toLowerCase();
    if (text === '') return [...this.arrays.byDownloads.subarray(0, limit)].map((place) => this.hit(place));
    const top = new TopRanks(limit);
    const slash = text.indexOf('/');
    const [first, behind] = this.names.startingWith(text);
    for (let place = first; place < behind; place++) top.offer(this.rank(place));
    if (slash < 0) {
      const [from, to] = this.owners.startingWith(text);
      for (const place of this.placesOf(from + 1, to + 1)) top.offer(this.rank(place));
    } else {
      const owner = text.slice(0, slash);
      const [from, to] = [this.owners.from(owner), this.owners.from(`${owner}\u0000`)];
      for (let of = from; of < to; of++) this.ofOwner(of + 1, text.slice(slash + 1), top);
    }
    return top.ranks().map((rank) => this.hit(this.arrays.byDownloads[rank] ?? 0));
  }

  /** Models that fit, most downloaded first. */
  *walk({ words = [], ...wanted }: Narrowing): Generator<Hit> {
    const checks = this.checks(wanted);
    if (checks.some(({ allowed }) => !allowed.includes(1))) return;
    const characters = charactersOf(words);
    for (const place of this.arrays.byDownloads) {
      if (checks.some(({ codes, allowed }) => allowed[codes[place] ?? 0] !== 1)) continue;
      if (!this.hasCharacters(place, characters)) continue;
      if (words.length > 0) {
        const id = this.id(place).toLowerCase();
        if (!words.every((word) => id.includes(word))) continue;
      }
      yield this.hit(place);
    }
  }

  /**
   * Models of a task and library, those of nearly the size first (half to twice), then those of unknown size, then the others; each
   * group by downloads.
   */
  *nearSize(wanted: Narrowing, parameters: number | null): Generator<Hit> {
    const scale = scaleOf(parameters);
    for (const group of [0, 1, 2])
      yield* this.walkScaled(wanted, (other) => sizeGroup(scale, other) === group);
  }

  private *walkScaled(wanted: Narrowing, fits: (scale: number) => boolean): Generator<Hit> {
    const { scale, byDownloads } = this.arrays;
    const checks = this.checks(wanted);
    for (const place of byDownloads) {
      if (checks.some(({ codes, allowed }) => allowed[codes[place] ?? 0] !== 1)) continue;
      if (fits(scale[place] ?? 0)) yield this.hit(place);
    }
  }

  /** For each wanted term the models' codes, and a 1 for each code that is allowed: one value may be written in several cases. */
  private checks(wanted: Narrowing): { readonly codes: Uint16Array; readonly allowed: Uint8Array }[] {
    return terms.flatMap((term) => {
      const value = wanted[term]?.toLowerCase();
      if (value === undefined) return [];
      const fits = this.header.terms[term].map((other) => Number(other.toLowerCase() === value));
      return [{ codes: this.arrays[term], allowed: Uint8Array.of(0, ...fits) }];
    });
  }

  /** Whether owner or name has each character that a word has. */
  private hasCharacters(place: number, [low, high]: readonly [low: number, high: number]): boolean {
    const { signatures, ownerSignatures, owner } = this.arrays;
    const of = ((owner[place] ?? 0) - 1) * 2;
    const has = (half: number) => (signatures[place * 2 + half] ?? 0) | (ownerSignatures[of + half] ?? 0);
    return (low & ~has(0)) === 0 && (high & ~has(1)) === 0;
  }

  /** Offers an owner's models whose names begin with a text: they stand in the order of their names. */
  private ofOwner(owner: number, name: string, top: TopRanks): void {
    const own = this.placesOf(owner, owner + 1);
    const start = firstPlace(own.length, (at) => this.nameAt(own[at]) >= name);
    for (let at = start; at < own.length && this.nameAt(own[at]).startsWith(name); at++)
      top.offer(this.rank(own[at] ?? 0));
  }

  /** The places of the models of some owners; 0 stands for those without one. */
  private placesOf(from: number, to: number): Uint32Array {
    const { byOwner, ownerStarts } = this.arrays;
    return byOwner.subarray(ownerStarts[from], ownerStarts[to]);
  }

  private nameAt(place: number | undefined): string {
    return this.names.at(place ?? 0).toLowerCase();
  }

  private rank(place: number): number {
    return this.ranks[place] ?? Infinity;
  }

  private hit(place: number): Hit {
    return { id: this.id(place), hub: this.arrays.hub[place] ?? 0 };
  }

  private id(place: number): string {
    const owner = this.arrays.owner[place] ?? 0;
    const name = this.names.at(place);
    if (owner === 0) return name;
    // Owners have many models each, which stand far apart in the order of the names.
    const text = (this.ownerTexts[owner] ??= this.owners.at(owner - 1));
    return `${text}/${name}`;
  }
}

/** The characters of all words, as the bits of a signature; a slash stands between owner and name, in neither. */
function charactersOf(words: readonly string[]): readonly [low: number, high: number] {
  const [low, high] = signatureOf(words.join('').replaceAll('/', ''));
  return [low, high & presentHigh];
}

/** What a text's signature and length rule out. */
class Shape {
  private readonly low: number;
  private readonly high: number;

  constructor(private readonly text: string) {
    [this.low, this.high] = signatureOf(text);
  }

  /** Whether the text at a place may be near enough, told without reading it. */
  mayBeNear(signatures: Uint32Array, length: Uint8Array, place: number, limit: number): boolean {
    return (
      Math.abs((length[place] ?? 0) - this.text.length) <= limit &&
      bitsIn((signatures[place * 2] ?? 0) ^ this.low) +
        bitsIn((signatures[place * 2 + 1] ?? 0) ^ this.high) <=
        limit * 2
    );
  }
}

/** By how much a slip counts more than a place in the order of downloads: always, or where names alone are compared. */
const decisive = 1e12;
const weighed = 100;

/** The best place so far: the product of its place in the order of downloads and what its slips count is the least. */
class Nearest {
  place = -1;
  private score = Infinity;

  /**
   * @param limit more slips than these are too many
   * @param weight of a slip
   */
  constructor(
    public limit: number,
    private readonly weight: number,
    private readonly ranks: Uint32Array,
  ) {}

  offer(place: number, slips: number): void {
    const score = ((this.ranks[place] ?? 0) + 1) * this.weight ** slips;
    if (slips > this.limit || score >= this.score) return;
    this.place = place;
    this.score = score;
    if (this.weight === decisive) this.limit = slips;
  }
}

/** The lowest of the ranks that were offered, each once. */
class TopRanks {
  private kept: number[] = [];
  private worst = Infinity;

  constructor(private readonly limit: number) {}

  offer(rank: number): void {
    if (rank >= this.worst) return;
    this.kept.push(rank);
    if (this.kept.length >= this.limit * 4 + 64) this.shrink();
  }

  ranks(): number[] {
    this.shrink();
    return this.kept;
  }

  private shrink(): void {
    this.kept = [...new Set(this.kept)].sort((a, b) => a - b).slice(0, this.limit);
    if (this.kept.length === this.limit) this.worst = this.kept.at(-1) ?? Infinity;
  }
}

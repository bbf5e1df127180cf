import { scaleOf, sizeGroup, type Term } from './entry';
import type { IndexArrays, IndexHeader } from './file';
import { firstPlace, PackedNames } from './names';
import { allowedSlips, slipsBetween } from './near';
import { bitsIn, signatureOf } from './signature';

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

/** What a text is held against: whether a place may be near enough, told without reading it, and its text. */
interface Compared {
  mayBeNear(place: number, limit: number): boolean;
  text(place: number): string;
}

/** Answers from the index of one catalogue: names near to a text, names that begin with it, models by words and terms. */
export class SearchIndex {
  private readonly names: PackedNames;
  private readonly owners: PackedNames;
  private readonly ownerTexts: string[] = [];
  private readonly ranks: Uint32Array;
  private fronts: Uint8Array | undefined;
  private ownerOrder: { readonly places: Uint32Array; readonly starts: Uint32Array } | undefined;

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
   * The id with the fewest slips from `text`, the most downloaded of equals; null when none is near. Case does not count. A text without
   * an owner is held against the names behind the owners: that is how ids are written from memory.
   */
  near(text: string): string | null {
    const wanted = text.toLowerCase();
    const compared = wanted.includes('/') ? this.wholeIds(wanted) : this.bareNames(wanted);
    let limit = allowedSlips(wanted);
    let best = -1;
    let bestSlips = limit + 1;
    if (limit < 1) return null;
    for (let place = 0; place < this.header.models; place++) {
      if (!compared.mayBeNear(place, limit)) continue;
      const slips = slipsBetween(wanted, compared.text(place), limit);
      if (slips > limit || (slips === bestSlips && this.rank(place) > this.rank(best))) continue;
      best = place;
      bestSlips = limit = slips;
    }
    return best < 0 ? null : this.id(best);
  }

  private wholeIds(wanted: string): Compared {
    const [low, high] = signatureOf(wanted);
    const { signatures, length } = this.arrays;
    return {
      mayBeNear: (place, limit) =>
        Math.abs((length[place] ?? 0) - wanted.length) <= limit &&
        bitsIn((signatures[place * 2] ?? 0) ^ low) + bitsIn((signatures[place * 2 + 1] ?? 0) ^ high) <=
          limit * 2,
      text: (place) => this.id(place).toLowerCase(),
    };
  }

  /** A signature is the whole id's: a name has no bits that it lacks, and a slip brings one at the most. */
  private bareNames(wanted: string): Compared {
    const [low, high] = signatureOf(wanted);
    const { signatures, length, owner } = this.arrays;
    const fronts = this.ownerLengths();
    return {
      mayBeNear: (place, limit) =>
        Math.abs((length[place] ?? 0) - (fronts[owner[place] ?? 0] ?? 0) - wanted.length) <= limit &&
        bitsIn(low & ~(signatures[place * 2] ?? 0)) + bitsIn(high & ~(signatures[place * 2 + 1] ?? 0)) <=
          limit,
      text: (place) => this.nameAt(place),
    };
  }

  /** By owner (0: none), how many characters an id has before its name. */
  private ownerLengths(): Uint8Array {
    if (this.fronts) return this.fronts;
    const lengths = new Uint8Array(this.header.owners + 1);
    for (let of = 1; of < lengths.length; of++) lengths[of] = this.owners.at(of - 1).length + 1;
    return (this.fronts = lengths);
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
      this.ofOwners(this.owners.startingWith(text), '', top);
    } else {
      const owner = text.slice(0, slash);
      const [from, to] = [this.owners.from(owner), this.owners.from(`${owner}\u0000`)];
      this.ofOwners([from, to], text.slice(slash + 1), top);
    }
    return top.ranks().map((rank) => this.hit(this.arrays.byDownloads[rank] ?? 0));
  }

  /** Models that fit, most downloaded first. */
  *walk({ words = [], ...wanted }: Narrowing): Generator<Hit> {
    const checks = (['task', 'library', 'license'] as const).flatMap((term) => {
      const value = wanted[term];
      return value === undefined
        ? []
        : [{ codes: this.arrays[term], code: this.header.terms[term].indexOf(value) + 1 }];
    });
    if (checks.some(({ code }) => code === 0)) return;
    const [low, high] = signatureOfAll(words);
    const { signatures } = this.arrays;
    for (const place of this.arrays.byDownloads) {
      if (checks.some(({ codes, code }) => codes[place] !== code)) continue;
      if (((signatures[place * 2] ?? 0) & low) >>> 0 !== low) continue;
      if (((signatures[place * 2 + 1] ?? 0) & high) >>> 0 !== high) continue;
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
    const { task, library, scale, byDownloads } = this.arrays;
    const codes = { task: this.code('task', wanted.task), library: this.code('library', wanted.library) };
    for (const place of byDownloads) {
      if (codes.task !== null && task[place] !== codes.task) continue;
      if (codes.library !== null && library[place] !== codes.library) continue;
      if (fits(scale[place] ?? 0)) yield this.hit(place);
    }
  }

  /** Null for any; a number that no model has where the value is unknown. */
  private code(term: Term, value: string | undefined): number | null {
    if (value === undefined) return null;
    const place = this.header.terms[term].indexOf(value);
    return place < 0 ? Infinity : place + 1;
  }

  private ofOwners([from, to]: readonly [number, number], name: string, top: TopRanks): void {
    if (from >= to) return;
    const { places, starts } = this.byOwner();
    if (name === '') {
      for (let at = starts[from + 1] ?? 0; at < (starts[to + 1] ?? 0); at++)
        top.offer(this.rank(places[at] ?? 0));
      return;
    }
    for (let owner = from; owner < to; owner++) {
      const own = places.subarray(starts[owner + 1], starts[owner + 2]);
      // An owner's models stand in the order of their names.
      const start = firstPlace(own.length, (at) => this.nameAt(own[at]) >= name);
      for (let at = start; at < own.length && this.nameAt(own[at]).startsWith(name); at++)
        top.offer(this.rank(own[at] ?? 0));
    }
  }

  /** Places by owner (0: none), each owner's in the order of the names: a counting sort, made once. */
  private byOwner() {
    if (this.ownerOrder) return this.ownerOrder;
    const { owner } = this.arrays;
    const starts = new Uint32Array(this.header.owners + 2);
    for (const of of owner) starts[of + 1] = (starts[of + 1] ?? 0) + 1;
    for (let of = 1; of < starts.length; of++) starts[of] = (starts[of] ?? 0) + (starts[of - 1] ?? 0);
    const next = starts.slice();
    const places = new Uint32Array(owner.length);
    owner.forEach((of, place) => {
      const at = next[of] ?? 0;
      places[at] = place;
      next[of] = at + 1;
    });
    return (this.ownerOrder = { places, starts });
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

/** What an id has that holds every word. */
function signatureOfAll(words: readonly string[]): readonly [low: number, high: number] {
  return words
    .map(signatureOf)
    .reduce(([low, high], [moreLow, moreHigh]) => [(low | moreLow) >>> 0, (high | moreHigh) >>> 0], [0, 0]);
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

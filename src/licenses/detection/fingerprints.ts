import table from '../../../data/licenses/fingerprints.json';
import { decodeTriples } from './base64';
import { tripleHashes } from './words';

/** How well a text agrees with the text of one licence. */
export interface Match {
  readonly id: string;
  /** How much of the licence's text is in the file: 0 to 1. */
  readonly contained: number;
  /** How alike the whole texts are (Dice): 0 to 1. */
  readonly alike: number;
  /** How long the licence's text is, in word triples. */
  readonly size: number;
  /** Where in the file a tenth, half, and nine tenths of the licence's words have passed; in word triples. */
  readonly first: number;
  readonly middle: number;
  readonly last: number;
}

interface Fingerprint {
  readonly id: string;
  readonly size: number;
  /** Only hashes below it are compared. */
  readonly limit: number;
  readonly count: number;
}

/** A match needs this much of a licence's text. */
const enough = 0.75;

/** Room for the index of a licence behind the hash, in one sortable number. */
const stride = 1024;

/** The texts of the SPDX list as samples of hashed word triples. Making one takes some milliseconds: make it when a text is to be read. */
export class Fingerprints {
  private readonly licenses: Fingerprint[] = [];
  /** hash * stride + index of the licence, sorted. */
  private readonly keys: Float64Array;

  constructor() {
    const keys: number[] = [];
    for (const [index, [id, size, limit, sample]] of table.licenses.entries()) {
      const hashes = decodeTriples(String(sample));
      this.licenses.push({ id: String(id), size: Number(size), limit: Number(limit), count: hashes.length });
      for (const hash of hashes) keys.push(hash * stride + index);
    }
    this.keys = Float64Array.from(keys).sort();
  }

  /** The licences whose text the file holds, most of it at least; best likeness first. */
  match(words: readonly string[]): Match[] {
    const hashes = tripleHashes(words);
    const sorted = Float64Array.from(hashes).sort();
    const matches: Match[] = [];
    for (const [index, positions] of this.positions(hashes)) {
      const fingerprint = this.licenses[index];
      if (!fingerprint || positions.length < enough * fingerprint.count) continue;
      matches.push(matchOf(fingerprint, positions, lowerBound(sorted, fingerprint.limit)));
    }
    return matches.sort((a, b) => b.alike - a.alike || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  }

  /** Index of a licence -> where in the file its hashes stand. */
  private positions(hashes: readonly number[]): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const [position, hash] of hashes.entries()) {
      for (let at = lowerBound(this.keys, hash * stride); ; at++) {
        const key = this.keys[at];
        if (key === undefined || key >= (hash + 1) * stride) break;
        const positions = found.get(key % stride);
        if (positions) positions.push(position);
        else found.set(key % stride, [position]);
      }
    }
    return found;
  }
}

function matchOf({ id, size, count }: Fingerprint, positions: readonly number[], inFile: number): Match {
  const common = positions.length;
  return {
    id,
    size,
    contained: common / count,
    alike: (2 * common) / (count + inFile),
    first: positions[Math.floor(common * 0.1)] ?? 0,
    middle: positions[common >> 1] ?? 0,
    last: positions[Math.floor(common * 0.9)] ?? 0,
  };
}

/** The first index whose value is not below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

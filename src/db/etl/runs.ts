import { ByteReader, ByteWriter } from './bytes';

/** Where sorted runs are put while a catalogue is made: a file of the host's. Written once, from the start, then read. */
export interface Spill {
  append(bytes: Uint8Array): void;
  read(at: number, length: number): Uint8Array;
}

/** Where a sorted run lies in the spill. */
export interface Run {
  readonly at: number;
  readonly end: number;
}

/** An entry of a sorted run: its bytes are valid until the next one is asked for. */
export interface Entry {
  readonly key: number;
  readonly bytes: Uint8Array;
}

/** Bytes kept before they are sorted and spilled. */
const runBytes = 16 << 20;
const writeBytes = 1 << 20;
const readBytes = 256 << 10;

/**
 * Sorts entries by key; those of one key keep the order in which they were added. Without a spill everything is kept in memory; with one,
 * no more than a run, whatever the number of entries.
 */
export class SortedEntries {
  private data: ByteWriter;
  private readonly out = new ByteWriter(1 << 16);
  private keys: number[] = [];
  private starts: number[] = [];
  private readonly runs: Run[] = [];
  private written = 0;

  constructor(
    private readonly spill: Spill | null,
    private readonly limit = runBytes,
  ) {
    // A run and the statement that ends it: never grown, so never twice in memory.
    this.data = new ByteWriter(spill ? Math.min(limit, runBytes) + (1 << 20) : 1 << 20);
  }

  add(key: number, bytes: Uint8Array): void {
    this.keys.push(key);
    this.starts.push(this.data.length);
    this.data.raw(bytes);
    if (this.spill && this.data.length >= this.limit) this.flush(this.spill);
  }

  /** All entries in order. Ends the adding. */
  *sorted(): Generator<Entry> {
    const readers = this.spill ? sortedRuns(this.spill, this.runs) : [];
    yield* merged([...readers, this.kept()]);
    this.data = new ByteWriter(0);
  }

  /** Ends the adding with everything in the spill. Answers where: who has the spill can read the entries as well. */
  spilled(): readonly Run[] {
    if (this.spill && this.keys.length > 0) this.flush(this.spill);
    this.data = new ByteWriter(0);
    return this.runs;
  }

  private flush(spill: Spill): void {
    const at = this.written;
    const { out } = this;
    const append = () => {
      spill.append(out.written());
      this.written += out.length;
      out.length = 0;
    };
    for (const { key, bytes } of this.kept()) {
      out.number(key);
      out.number(bytes.length);
      out.raw(bytes);
      if (out.length >= writeBytes) append();
    }
    append();
    this.runs.push({ at, end: this.written });
    this.data.length = 0;
    this.keys = [];
    this.starts = [];
  }

  private *kept(): Generator<Entry> {
    const { starts } = this;
    const keys = Float64Array.from(this.keys);
    const data = this.data.written();
    for (const index of keyOrder(keys)) {
      yield { key: keys[index] ?? 0, bytes: data.subarray(starts[index], starts[index + 1] ?? data.length) };
    }
  }
}

/** The entries of sorted runs, in the order of the runs. */
export function* entriesOf(spill: Spill, runs: readonly Run[]): Generator<Entry> {
  yield* merged(sortedRuns(spill, runs));
}

const sortedRuns = (spill: Spill, runs: readonly Run[]) => runs.map((run) => runEntries(spill, run));

function* runEntries(spill: Spill, { at, end }: Run): Generator<Entry> {
  let window = new Uint8Array();
  let offset = 0;
  let next = at;
  for (;;) {
    const entry = entryAt(window, offset);
    if (entry) {
      offset = entry.end;
      yield entry;
      continue;
    }
    if (next >= end) return;
    const more = spill.read(next, Math.min(readBytes, end - next));
    if (more.length === 0) throw new RangeError('a sorted run is cut off');
    next += more.length;
    window = joined(window.subarray(offset), more);
    offset = 0;
  }
}

/** Keys have 52 bits; so many of the highest tell which of the buckets one is of. */
const bucketBits = 16;
const bucketOf = (key: number) => Math.floor(key / 2 ** (52 - bucketBits));

/** The places of keys in the order of the keys, of equals the earlier first. Keys are hashes: a bucket of them holds a few. */
function keyOrder(keys: Float64Array): Uint32Array {
  const ends = new Uint32Array((1 << bucketBits) + 1);
  const next = (bucket: number, more: number) => (ends[bucket] = (ends[bucket] ?? 0) + more) - more;
  for (const key of keys) next(bucketOf(key) + 1, 1);
  for (let bucket = 1; bucket < ends.length; bucket++) next(bucket, ends[bucket - 1] ?? 0);
  const order = new Uint32Array(keys.length);
  keys.forEach((key, place) => (order[next(bucketOf(key), 1)] = place));
  let start = 0;
  for (const end of ends) {
    if (end - start > 1) order.subarray(start, end).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    start = end;
  }
  return order;
}

function entryAt(window: Uint8Array, at: number): (Entry & { readonly end: number }) | null {
  // A key and a length take at most 16 bytes.
  if (window.length - at < 2) return null;
  const input = new ByteReader(window, at);
  try {
    const key = input.number();
    const length = input.number();
    const end = input.at + length;
    return end <= window.length ? { key, bytes: window.subarray(input.at, end), end } : null;
  } catch {
    return null;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** The smallest of the heads, again and again; of equals the earliest run's, which was added earlier. */
function* merged(runs: readonly Generator<Entry>[]): Generator<Entry> {
  if (runs.length === 1 && runs[0]) return yield* runs[0];
  const heads = runs.map((run) => run.next());
  for (;;) {
    let least = -1;
    let leastKey = Infinity;
    for (let run = 0; run < heads.length; run++) {
      const head = heads[run];
      if (!head || head.done || head.value.key >= leastKey) continue;
      least = run;
      leastKey = head.value.key;
    }
    const head = heads[least];
    const run = runs[least];
    if (!head || head.done || !run) return;
    yield head.value;
    heads[least] = run.next();
  }
}

/** Long lists of numbers and texts without an object for each: what a million models are kept in. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers that grow at the end, each as wide as its kind. */
export class Column<Kind extends Numbers> {
  private values: Kind;
  length = 0;

  constructor(private readonly make: (length: number) => Kind) {
    this.values = make(1024);
  }

  push(value: number): void {
    this.room(1)[this.length++] = value;
  }

  /** Room for so many more. Answers the numbers, to be written from `length` on. */
  room(more: number): Kind {
    if (this.length + more > this.values.length) {
      // By a quarter: the old and the new are there at once.
      const larger = this.make(Math.max(Math.ceil(this.values.length * 1.25), this.length + more));
      larger.set(this.values);
      this.values = larger;
    }
    return this.values;
  }

  /** What is there so far; valid until the next `push`. */
  written(): Kind {
    return this.values.subarray(0, this.length) as Kind;
  }
}

export const bytes = () => new Column((length) => new Uint8Array(length));
export const shorts = () => new Column((length) => new Uint16Array(length));
export const words = () => new Column((length) => new Uint32Array(length));
export const doubles = () => new Column((length) => new Float64Array(length));

/** Texts one after the other, as UTF-16 units. */
export class TextColumn {
  private readonly units = shorts();
  private readonly ends = words();

  push(text: string): void {
    const units = this.units.room(text.length);
    for (let at = 0; at < text.length; at++) units[this.units.length++] = text.charCodeAt(at);
    this.ends.push(this.units.length);
  }

  /** The texts so far, for reading many of them. */
  written(): TextList {
    return new TextList(this.units.written(), this.ends.written());
  }
}

/** Texts that are read by their places. */
export class TextList {
  constructor(
    readonly units: Uint16Array,
    private readonly ends: Uint32Array,
  ) {}

  get length(): number {
    return this.ends.length;
  }

  start(place: number): number {
    return place === 0 ? 0 : (this.ends[place - 1] ?? 0);
  }

  end(place: number): number {
    return this.ends[place] ?? 0;
  }
}

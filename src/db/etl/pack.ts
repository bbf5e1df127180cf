/** A statement as bytes, its texts as numbers: what is sorted and spilled to disk instead of objects. */
import { factGroups, hubs, sameId } from '../schema';
import type { DeclaredLicense } from '../record';
import { ByteReader, type ByteWriter } from './bytes';
import type { Facts, Statement } from './statement';
import type { Texts } from './texts';

/** Where a group's source is written: 0 says that the group is not stated, 1 that nobody is named. */
const unstated = 0;

/** Lists longer than this hold no facts about one model. */
const longestList = 500;
const longestCard = 20_000;

/** What a statement says, texts as numbers (0 for none), numbers null where unknown. A group that is not stated is null. */
export interface PackedFacts {
  readonly hub: number;
  readonly owner: number;
  readonly name: string;
  /** Null: no word of it. */
  readonly peatmoss: number | null;
  /** Text numbers of the groups' sources, in the order of `factGroups`; 0 where none is named, null where the group is not stated. */
  readonly sources: readonly (number | null)[];
  readonly license: readonly [id: number, name: number, link: number] | null;
  readonly popularity: readonly [downloads: number | null, likes: number | null] | null;
  readonly description: PackedDescription | null;
  /** The list, packed as `lists.ts` packs it. */
  readonly architectures: Uint8Array | null;
  readonly parameters: number | null;
  readonly reuse: number | null;
  readonly card: string | null;
}

export interface PackedDescription {
  readonly task: number;
  readonly library: number;
  readonly gated: number | null;
  /** Days since 1970. */
  readonly created: number | null;
  /** Frameworks and languages, packed. */
  readonly before: Uint8Array;
  /** Base models, datasets and papers, packed. */
  readonly after: Uint8Array;
}

/** Writes statements. What cannot be true (a negative count, a list of thousands) is left out here, whatever the source. */
export class Packer {
  constructor(
    private readonly texts: Texts,
    private readonly out: ByteWriter,
  ) {}

  write({ id, hub, peatmoss, facts, sources }: Statement): void {
    const { out, texts } = this;
    const slash = hub === 'huggingface' ? id.indexOf('/') : -1;
    out.number(Math.max(0, hubs.indexOf(hub)));
    out.number(slash < 0 ? 0 : texts.number(id.slice(0, slash)));
    out.text(id.slice(slash + 1));
    out.number(peatmoss ? (peatmoss === id ? sameId : texts.number(peatmoss)) + 1 : 0);
    for (const group of factGroups) {
      if (facts[group] === undefined) {
        out.number(unstated);
        continue;
      }
      const source = sources[group];
      out.number(source ? texts.sourceNumber(source) + 1 : 1);
      this.group[group](facts);
    }
  }

  /** How each group is written, in the order of its fields in `PackedFacts`. */
  private readonly group: { readonly [G in (typeof factGroups)[number]]: (facts: Facts) => void } = {
    license: ({ license }) => this.license(license ?? null),
    popularity: ({ popularity }) => {
      this.count(popularity?.downloads);
      this.count(popularity?.likes);
    },
    description: ({ description }) => this.description(description),
    architectures: ({ architectures }) => this.list(architectures ?? []),
    parameters: ({ parameters }) => this.count(parameters),
    reuse: ({ reuse }) => this.count(reuse),
    card: ({ card }) => {
      const text = JSON.stringify(card);
      this.out.text(text.length > longestCard ? '' : text);
    },
  };

  private license(license: DeclaredLicense | null): void {
    this.out.number(this.texts.number(license?.id));
    this.out.number(this.texts.number(license?.name));
    this.out.number(this.texts.number(license?.link));
  }

  private description(described: Facts['description']): void {
    const { out, texts } = this;
    out.number(texts.number(described?.task));
    out.number(texts.number(described?.library));
    out.number(described?.gated === undefined || described.gated === null ? 0 : Number(described.gated) + 1);
    const day = described?.created ? Math.floor(Date.parse(described.created) / 86_400_000) : NaN;
    this.count(day);
    this.list(described?.frameworks ?? []);
    this.list(described?.languages ?? []);
    this.list(described?.baseModels ?? []);
    this.list(described?.datasets ?? []);
    this.list(described?.papers ?? []);
  }

  private list(values: readonly string[]): void {
    const kept =
      values.length > longestList ? [] : values.map((value) => this.texts.number(value)).filter(Boolean);
    this.out.number(kept.length);
    for (const number of kept) this.out.number(number);
  }

  private count(value: number | null | undefined): void {
    const known = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    this.out.number(known && value < Number.MAX_SAFE_INTEGER ? value + 1 : 0);
  }
}

/** Reads a statement back. No closures here: this runs for every model. */
export function unpack(bytes: Uint8Array): PackedFacts {
  const input = new ByteReader(bytes);
  const hub = input.number();
  const owner = input.number();
  const name = input.text();
  const peatmoss = count(input);
  const license = input.number();
  const licenseFacts =
    license === unstated ? null : ([input.number(), input.number(), input.number()] as const);
  const popularity = input.number();
  const popularityFacts = popularity === unstated ? null : ([count(input), count(input)] as const);
  const described = input.number();
  const descriptionFacts = described === unstated ? null : description(input);
  const architectures = input.number();
  const architectureList = architectures === unstated ? null : lists(input, 1);
  const parameters = input.number();
  const parameterCount = parameters === unstated ? null : count(input);
  const reuse = input.number();
  const reuseCount = reuse === unstated ? null : count(input);
  const card = input.number();
  const cardText = card === unstated ? null : input.text();
  return {
    hub,
    owner,
    name,
    peatmoss,
    sources: [license, popularity, described, architectures, parameters, reuse, card].map(sourceNumber),
    license: licenseFacts,
    popularity: popularityFacts,
    description: descriptionFacts,
    architectures: architectureList,
    parameters: parameterCount,
    reuse: reuseCount,
    card: cardText,
  };
}

function sourceNumber(written: number): number | null {
  return written === unstated ? null : written - 1;
}

function description(input: ByteReader): PackedDescription {
  const task = input.number();
  const library = input.number();
  const gated = input.number();
  const created = count(input);
  return {
    task,
    library,
    gated: gated === 0 ? null : gated - 1,
    created,
    before: lists(input, 2),
    after: lists(input, 3),
  };
}

function count(input: ByteReader): number | null {
  const value = input.number();
  return value === 0 ? null : value - 1;
}

/** So many lists as they stand. */
function lists(input: ByteReader, howMany: number): Uint8Array {
  const start = input.at;
  for (let list = 0; list < howMany; list++) {
    for (let left = input.number(); left > 0; left--) input.number();
  }
  const length = input.at - start;
  input.at = start;
  return input.raw(length);
}

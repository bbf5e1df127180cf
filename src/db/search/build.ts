import { scaleOf, type SearchEntry, type Term, terms } from './entry';
import { indexBytes } from './file';
import { packNames } from './names';
import { signatureOf } from './signature';

/** More different values of a term than two bytes can number: those beyond are not searched by. */
const mostValues = 65_534;

/** Makes the search index of a catalogue. Keeps each model's name and a few numbers. */
export class SearchIndexBuilder {
  private readonly names: string[] = [];
  private readonly owners: number[] = [];
  private readonly downloads: number[] = [];
  private readonly scales: number[] = [];
  private readonly hubs: number[] = [];
  private readonly ownerNumbers = new Map<string, number>();
  private readonly values: Record<Term, number[]> = { task: [], library: [], license: [] };
  private readonly valueNumbers: Record<Term, Map<string, number>> = {
    task: new Map(),
    library: new Map(),
    license: new Map(),
  };

  add(entry: SearchEntry): void {
    const slash = entry.id.indexOf('/');
    this.names.push(entry.id.slice(slash + 1));
    this.owners.push(slash < 0 ? 0 : this.ownerNumber(entry.id.slice(0, slash)));
    this.downloads.push(entry.downloads ?? -1);
    this.scales.push(scaleOf(entry.parameters));
    this.hubs.push(entry.hub);
    for (const term of terms) this.values[term].push(this.valueNumber(term, entry[term]));
  }

  /** The index's bytes. @param stamp of the catalogue that it belongs to */
  finish(stamp: string): Uint8Array {
    const count = this.names.length;
    const ownerNames = [...this.ownerNumbers.keys()];
    const ownerOrder = sortedPlaces(ownerNames);
    const ownerPlace = new Uint32Array(ownerNames.length + 1);
    ownerOrder.forEach((number, place) => (ownerPlace[number + 1] = place + 1));
    const order = sortedPlaces(this.names);
    const owner = Uint32Array.from(order, (number) => ownerPlace[this.owners[number] ?? 0] ?? 0);
    const signatures = new Uint32Array(count * 2);
    const length = new Uint8Array(count);
    for (const [place, number] of order.entries()) {
      const of = this.owners[number] ?? 0;
      const name = this.names[number] ?? '';
      const id = of === 0 ? name : `${ownerNames[of - 1] ?? ''}/${name}`;
      signatures.set(signatureOf(id.toLowerCase()), place * 2);
      length[place] = Math.min(255, id.length);
    }
    const names = packNames(Array.from(order, (number) => this.names[number] ?? ''));
    const owners = packNames(Array.from(ownerOrder, (number) => ownerNames[number] ?? ''));
    const valuesOf = (term: Term) => Uint16Array.from(order, (number) => this.values[term][number] ?? 0);
    return indexBytes(
      {
        stamp,
        models: count,
        owners: ownerNames.length,
        nameBytes: names.bytes.length,
        ownerBytes: owners.bytes.length,
        terms: {
          task: [...this.valueNumbers.task.keys()],
          library: [...this.valueNumbers.library.keys()],
          license: [...this.valueNumbers.license.keys()],
        },
      },
      {
        signatures,
        byDownloads: this.byDownloads(order),
        owner,
        blocks: names.blocks,
        ownerBlocks: owners.blocks,
        task: valuesOf('task'),
        library: valuesOf('library'),
        license: valuesOf('license'),
        hub: Uint8Array.from(order, (number) => this.hubs[number] ?? 0),
        length,
        scale: Uint8Array.from(order, (number) => this.scales[number] ?? 0),
        names: names.bytes,
        ownerNames: owners.bytes,
      },
    );
  }

  private byDownloads(order: Uint32Array): Uint32Array {
    const downloads = Float64Array.from(order, (number) => this.downloads[number] ?? -1);
    const places = Uint32Array.from(order, (_, place) => place);
    return places.sort((a, b) => (downloads[b] ?? 0) - (downloads[a] ?? 0) || a - b);
  }

  private ownerNumber(owner: string): number {
    const number = this.ownerNumbers.get(owner) ?? this.ownerNumbers.size + 1;
    this.ownerNumbers.set(owner, number);
    return number;
  }

  private valueNumber(term: Term, value: string | null): number {
    if (value === null || value === '') return 0;
    const numbers = this.valueNumbers[term];
    const known = numbers.get(value);
    if (known !== undefined) return known;
    if (numbers.size >= mostValues) return 0;
    numbers.set(value, numbers.size + 1);
    return numbers.size;
  }
}

/** Places of texts in the order of the texts without case, then with it. */
function sortedPlaces(texts: readonly string[]): Uint32Array {
  const lower = texts.map((text) => text.toLowerCase());
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return Uint32Array.from(texts, (_, place) => place).sort(
    (a, b) => compare(lower[a] ?? '', lower[b] ?? '') || compare(texts[a] ?? '', texts[b] ?? '') || a - b,
  );
}

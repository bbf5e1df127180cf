import { bytes, doubles, shorts, TextColumn, type TextList, words } from '../etl/columns';
import { lowerUnit, sortedTexts } from '../etl/textOrder';
import { scaleOf, type SearchEntry, type Term, terms } from './entry';
import { indexBytes } from './file';
import { packNames } from './names';
import { Signature } from './signature';

/** Makes the search index of a catalogue. Keeps each model's name and a few numbers. */
export class SearchIndexBuilder {
  private readonly names = new TextColumn();
  private readonly downloads = doubles();
  private readonly scales = bytes();
  private readonly hubs = bytes();
  private readonly owners = words();
  private readonly ownerNumbers = new Numbering();
  private readonly values = { task: shorts(), library: shorts(), license: shorts() };
  private readonly valueNumbers: Readonly<Record<Term, Numbering>> = {
    task: new Numbering(),
    library: new Numbering(),
    license: new Numbering(),
  };

  add(entry: SearchEntry): void {
    this.names.push(entry.name);
    this.owners.push(this.ownerNumbers.of(entry.owner));
    this.downloads.push(entry.downloads ?? -1);
    this.scales.push(scaleOf(entry.parameters));
    this.hubs.push(entry.hub);
    for (const term of terms) this.values[term].push(searched(this.valueNumbers[term].of(entry[term])));
  }

  /**
   * The index's bytes.
   * @param stamp of the catalogue that it belongs to
   * @param text what a number of the entries stands for
   */
  finish(stamp: string, text: (number: number) => string): Uint8Array {
    const models = this.names.written();
    const order = sortedTexts(models);
    const names = packNames(models, order);
    const owners = textsOf(this.ownerNumbers.texts(text));
    const ownerOrder = sortedTexts(owners);
    const ownerNames = packNames(owners, ownerOrder);
    const placeOfOwner = new Uint32Array(owners.length + 1);
    ownerOrder.forEach((number, place) => (placeOfOwner[number + 1] = place + 1));
    const owner = inOrder(this.owners.written(), order).map((number) => placeOfOwner[number] ?? 0);
    const termTexts = (term: Term) => this.valueNumbers[term].texts(text).slice(0, mostValues);
    return indexBytes(
      {
        stamp,
        models: order.length,
        owners: owners.length,
        nameBytes: names.bytes.length,
        ownerBytes: ownerNames.bytes.length,
        terms: { task: termTexts('task'), library: termTexts('library'), license: termTexts('license') },
      },
      {
        ...shapesOf(models, order),
        ...ownerShapes(owners, ownerOrder),
        ...groupsOf(owner, owners.length),
        byDownloads: byDownloads(inOrder(this.downloads.written(), order)),
        owner,
        blocks: names.blocks,
        ownerBlocks: ownerNames.blocks,
        task: inOrder(this.values.task.written(), order),
        library: inOrder(this.values.library.written(), order),
        license: inOrder(this.values.license.written(), order),
        hub: inOrder(this.hubs.written(), order),
        scale: inOrder(this.scales.written(), order),
        names: names.bytes,
        ownerNames: ownerNames.bytes,
      },
    );
  }
}

function textsOf(texts: readonly string[]): TextList {
  const column = new TextColumn();
  for (const text of texts) column.push(text);
  return column.written();
}

function inOrder<Kind extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  values: Kind,
  order: Uint32Array,
): Kind {
  const sorted = values.slice() as Kind;
  for (let place = 0; place < order.length; place++) sorted[place] = values[order[place] ?? 0] ?? 0;
  return sorted;
}

function ownerShapes(owners: TextList, order: Uint32Array) {
  const { signatures, length } = shapesOf(owners, order);
  return { ownerSignatures: signatures, ownerLength: length };
}

/** What rules most texts out unread: signature and length. */
function shapesOf(texts: TextList, order: Uint32Array) {
  const signatures = new Uint32Array(order.length * 2);
  const length = new Uint8Array(order.length);
  const signature = new Signature();
  order.forEach((number, place) => {
    const [start, end] = [texts.start(number), texts.end(number)];
    signature.clear();
    for (let at = start; at < end; at++) signature.add(lowerUnit(texts.units[at] ?? 0));
    signatures[place * 2] = signature.low;
    signatures[place * 2 + 1] = signature.high;
    length[place] = Math.min(255, end - start);
  });
  return { signatures, length };
}

/** Places by their owners: a counting sort. */
function groupsOf(owner: Uint32Array, owners: number) {
  const ownerStarts = new Uint32Array(owners + 2);
  for (const of of owner) ownerStarts[of + 1] = (ownerStarts[of + 1] ?? 0) + 1;
  for (let of = 1; of < ownerStarts.length; of++)
    ownerStarts[of] = (ownerStarts[of] ?? 0) + (ownerStarts[of - 1] ?? 0);
  const next = ownerStarts.slice();
  const byOwner = new Uint32Array(owner.length);
  owner.forEach((of, place) => {
    const at = next[of] ?? 0;
    byOwner[at] = place;
    next[of] = at + 1;
  });
  return { byOwner, ownerStarts };
}

/** Places by downloads, the most first; of equals the earlier place. */
function byDownloads(downloads: Float64Array): Uint32Array {
  const places = Uint32Array.from(downloads, (_, place) => place);
  return places.sort((a, b) => (downloads[b] ?? 0) - (downloads[a] ?? 0) || a - b);
}

/** More different values than two bytes can number: those beyond are not searched by. */
const mostValues = 65_535;
const searched = (number: number) => (number > mostValues ? 0 : number);

/** Numbers of texts -> numbers from 1 in the order in which they come; 0 stays 0. */
class Numbering {
  private readonly numbers = new Map<number, number>();

  of(text: number): number {
    if (text === 0) return 0;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size + 1);
    return this.numbers.size;
  }

  texts(text: (number: number) => string): string[] {
    return Array.from(this.numbers.keys(), text);
  }
}

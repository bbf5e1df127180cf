import type { Hub } from '../shared/hub';
import { unpackLists } from './lists';
import type { CardFields, CatalogueInfo, FactGroup, ModelRecord, Source } from './record';
import { factGroups, hubs, listFields, sameId } from './schema';
import { type Database, firstRow, type SqlValue, type Statement } from './sqlite';

/** The columns of a model, in the order in which `read` takes them. */
export const modelColumns = `owner, name, hub, license, license_name, license_link, downloads, likes, task, library,
  lists, parameters, gated, created, reuse, peatmoss, sources, card`;

/** The row `info` of the table `meta`, as JSON. */
export interface CatalogueMeta {
  readonly schema: number;
  readonly asOf: string;
  /** Tells this catalogue from others: its search index has the same. */
  readonly stamp: string;
  /** For each hub the date of the source that lists most of its models. */
  readonly listed?: Partial<Record<Hub, string>>;
  readonly sources: readonly Source[];
  readonly counts: Omit<CatalogueInfo, 'schema' | 'asOf' | 'sources'>;
}

/** Turns rows of the compact tables into records. Keeps the texts it has read: few of them make up most records. */
export class RecordReader {
  private readonly texts = new Map<number, string>();
  private readonly sourceLists = new Map<number, ModelRecord['sources']>();
  private readonly textByNumber: Statement;

  constructor(database: Database) {
    this.textByNumber = database.prepare('SELECT value FROM text WHERE number = ?');
  }

  /** A record from a row of `modelColumns`. */
  read(row: readonly SqlValue[]): ModelRecord {
    const [owner, name, hub, license, licenseName, licenseLink, downloads, likes, task, library] = row;
    const [lists, parameters, gated, created, reuse, peatmoss, sources, card] = row.slice(10);
    const packed = unpackLists(lists instanceof Uint8Array ? lists : new Uint8Array(), listFields.length);
    const list = (field: (typeof listFields)[number]) =>
      (packed[listFields.indexOf(field)] ?? []).map((number) => this.text(number) ?? '');
    const licenseId = this.text(license);
    const id = this.id(owner, name);
    return {
      id,
      hub: hubs[Number(hub)] ?? 'other',
      peatmoss: peatmoss === sameId ? id : this.text(peatmoss),
      license:
        licenseId === null
          ? null
          : { id: licenseId, name: this.text(licenseName), link: this.text(licenseLink) },
      downloads: numberOf(downloads),
      likes: numberOf(likes),
      task: this.text(task),
      library: this.text(library),
      frameworks: list('frameworks'),
      languages: list('languages'),
      architectures: list('architectures'),
      baseModels: list('baseModels'),
      datasets: list('datasets'),
      papers: list('papers'),
      parameters: numberOf(parameters),
      gated: gated === null || gated === undefined ? null : gated === 1,
      created: typeof created === 'number' ? new Date(created * 86_400_000).toISOString().slice(0, 10) : null,
      reuse: numberOf(reuse),
      card: typeof card === 'string' ? (JSON.parse(card) as CardFields) : {},
      sources: this.sources(sources),
    };
  }

  /** `owner/name` from the two columns. */
  id(owner: SqlValue | undefined, name: SqlValue | undefined): string {
    const prefix = this.text(owner);
    return prefix === null ? String(name) : `${prefix}/${String(name)}`;
  }

  /** A text by its number; null for none. */
  text(number: SqlValue | undefined): string | null {
    if (typeof number !== 'number') return null;
    const known = this.texts.get(number);
    if (known !== undefined) return known;
    const text = String(firstRow(this.textByNumber, [number])?.[0] ?? '');
    this.texts.set(number, text);
    return text;
  }

  dispose(): void {
    this.textByNumber.free();
  }

  private sources(number: SqlValue | undefined): ModelRecord['sources'] {
    if (typeof number !== 'number') return {};
    const known = this.sourceLists.get(number);
    if (known) return known;
    const parsed: Partial<Record<FactGroup, Source>> = {};
    (this.text(number) ?? '').split('\n').forEach((code, index) => {
      const [name, date] = code.split('\t');
      const group = factGroups[index];
      if (group && name && date) parsed[group] = { name, date };
    });
    this.sourceLists.set(number, parsed);
    return parsed;
  }
}

function numberOf(value: SqlValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

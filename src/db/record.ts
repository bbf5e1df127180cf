import type { Hub } from '../shared/hub';

/** Where a group of facts was taken from, and as of when (ISO date, as precise as it is known: `2023-08`, `2024-07-11`). */
export interface Source {
  readonly name: string;
  readonly date: string;
}

/** Groups of facts that share one source: a record may know its licence from one place and its downloads from another. */
export type FactGroup =
  'license' | 'popularity' | 'description' | 'architectures' | 'parameters' | 'reuse' | 'card';

/** The licence as declared: the hub's id, and for `other` the name and link that the author gave. */
export interface DeclaredLicense {
  /** As declared, lower case: `apache-2.0`, `llama3`, `other`. Never interpreted here: that is `licenses/`' work. */
  readonly id: string;
  readonly name: string | null;
  readonly link: string | null;
}

/** Card fields that are known of a model; names are those of PeaTMOSS's card schema in camel case. */
export type CardFields = Readonly<Record<string, string | readonly string[]>>;

/** The card of a model that lies in the workspace. */
export interface LocalCard {
  /** Path of the card in its workspace folder. */
  readonly file: string;
  readonly fields: CardFields;
  /** The line, from 0, that the first value of each field was read from. */
  readonly lines: Readonly<Record<string, number>>;
}

/** What the catalogue knows of one model. Unknown is null or an empty list, never a guess. */
export interface ModelRecord {
  /** The id that the hub uses now. */
  readonly id: string;
  readonly hub: Hub;
  /** The id in PeaTMOSS (August 2023), or null when PeaTMOSS does not list it. */
  readonly peatmoss: string | null;
  readonly license: DeclaredLicense | null;
  /** Downloads in the 30 days before the source's date. */
  readonly downloads: number | null;
  readonly likes: number | null;
  readonly task: string | null;
  readonly library: string | null;
  readonly frameworks: readonly string[];
  readonly languages: readonly string[];
  readonly architectures: readonly string[];
  readonly baseModels: readonly string[];
  readonly datasets: readonly string[];
  /** arXiv ids. */
  readonly papers: readonly string[];
  readonly parameters: number | null;
  /** Whether the hub asks to accept terms first; null when unknown. */
  readonly gated: boolean | null;
  /** ISO date. */
  readonly created: string | null;
  /** How many GitHub repositories of PeaTMOSS load it, or null when PeaTMOSS does not link it. */
  readonly reuse: number | null;
  readonly card: CardFields;
  readonly sources: Readonly<Partial<Record<FactGroup, Source>>>;
}

/**
 * Whether a source speaks of the model's licence at all. A record without a licence declares none only then: lists of
 * current models give parameters and downloads, and say nothing of licences.
 */
export function isLicenseStated({ license, sources }: ModelRecord): boolean {
  return license !== null || sources.license !== undefined;
}

/** How a written id led to a record although it is not the record's id. */
export interface AliasMatch {
  readonly kind: 'case' | 'moved' | 'prefix' | 'default-tag';
  /** What the alias table (or the rule) maps from. */
  readonly from: string;
}

/** The four answers of a look-up. They look different wherever they are shown. */
export type Lookup =
  | { readonly answer: 'found'; readonly record: ModelRecord; readonly alias: AliasMatch | null }
  | { readonly answer: 'no-license'; readonly record: ModelRecord; readonly alias: AliasMatch | null }
  | { readonly answer: 'not-in-catalog'; readonly written: string; readonly asOf: string }
  | { readonly answer: 'local'; readonly path: string; readonly card?: LocalCard | null };

/** Counts over the whole catalogue: how many records have each. */
export interface CatalogueInfo {
  readonly schema: number;
  readonly asOf: string;
  readonly models: number;
  readonly licenses: number;
  readonly downloads: number;
  readonly tasks: number;
  readonly libraries: number;
  readonly baseModels: number;
  readonly parameters: number;
  readonly architectures: number;
  readonly languages: number;
  readonly datasets: number;
  readonly reuse: number;
  readonly cards: number;
  readonly aliases: number;
  readonly sources: readonly Source[];
}

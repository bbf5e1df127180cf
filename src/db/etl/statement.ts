/** What one source says of one model: the one intermediate record that every extractor yields and every catalogue is made from. */
import type { Hub } from '../../shared/hub';
import type { CardFields, DeclaredLicense, FactGroup, ModelRecord, Source } from '../record';
import { factGroups } from '../schema';

/** The fact groups that a source states; a group that is absent is one of which it says nothing. */
export interface Facts {
  /** Null: the source speaks of licences, and this model declares none. */
  readonly license?: DeclaredLicense | null;
  readonly popularity?: { readonly downloads: number | null; readonly likes: number | null };
  readonly description?: {
    readonly task: string | null;
    readonly library: string | null;
    readonly frameworks: readonly string[];
    readonly languages: readonly string[];
    readonly baseModels: readonly string[];
    readonly datasets: readonly string[];
    readonly papers: readonly string[];
    readonly gated: boolean | null;
    readonly created: string | null;
  };
  readonly architectures?: readonly string[];
  readonly parameters?: number;
  readonly reuse?: number;
  readonly card?: CardFields;
}

/** Whose word each stated group is. */
export type FactSources = Readonly<Partial<Record<FactGroup, Source>>>;

export interface Statement {
  readonly id: string;
  readonly hub: Hub;
  /** The id in PeaTMOSS, where the source is PeaTMOSS or knows it. */
  readonly peatmoss?: string | null;
  readonly facts: Facts;
  readonly sources: FactSources;
}

/** One source behind every group. Made once a source, not once a statement. */
export function wholeSource(source: Source): FactSources {
  return Object.fromEntries(factGroups.map((group) => [group, source]));
}

/** What a finished record states: the groups that have a source or a value. */
export function recordStatement(record: ModelRecord): Statement {
  const { id, hub, peatmoss, license, downloads, likes, task, library, sources } = record;
  const { frameworks, languages, baseModels, datasets, papers, gated, created } = record;
  const described = [task, library, gated, created].some((value) => value !== null);
  const listed = [frameworks, languages, baseModels, datasets, papers].some((list) => list.length > 0);
  const { architectures, parameters, reuse, card } = record;
  const description = { task, library, frameworks, languages, baseModels, datasets, papers, gated, created };
  return {
    id,
    hub,
    peatmoss,
    sources,
    facts: {
      ...(license !== null || sources.license ? { license } : {}),
      ...(downloads !== null || likes !== null || sources.popularity
        ? { popularity: { downloads, likes } }
        : {}),
      ...(described || listed || sources.description ? { description } : {}),
      ...(architectures.length > 0 || sources.architectures ? { architectures } : {}),
      ...(parameters === null ? {} : { parameters }),
      ...(reuse === null ? {} : { reuse }),
      ...(Object.keys(card).length > 0 ? { card } : {}),
    },
  };
}

/** The text tables: tab-separated, one line a model or alias, lists joined by `|`, sources as `group:code` pairs. */
import type { CardFields, FactGroup, ModelRecord, Source } from '../../src/db/record';
import type { AliasRow } from '../../src/db/write';
import type { Hub } from '../../src/shared/hub';
import type { Merged } from './merge';

const columns = [
  'id',
  'hub',
  'license',
  'license_name',
  'license_link',
  'downloads',
  'likes',
  'task',
  'library',
  'frameworks',
  'languages',
  'architectures',
  'base_models',
  'datasets',
  'papers',
  'parameters',
  'gated',
  'created',
  'reuse',
  'peatmoss',
  'sources',
] as const;

export const modelHeader = columns.join('\t');
export const aliasHeader = 'alias\tlibrary\tkind\thub\tid';

const cell = (value: string | number | boolean | null | undefined) =>
  String(value ?? '').replace(/[\t\r\n|]/g, ' ');
const list = (values: readonly string[] | undefined) => (values ?? []).map(cell).join('|');

/** One line of `models.tsv`. */
export function modelLine({ id, hub, facts, sources }: Merged, peatmoss: string | null): string {
  const { license, popularity, description, architectures, parameters, reuse } = facts;
  return [
    cell(id),
    cell(hub),
    cell(license?.id),
    cell(license?.name),
    cell(license?.link),
    cell(popularity?.downloads),
    cell(popularity?.likes),
    cell(description?.task),
    cell(description?.library),
    list(description?.frameworks),
    list(description?.languages),
    list(architectures),
    list(description?.baseModels),
    list(description?.datasets),
    list(description?.papers),
    cell(parameters),
    cell(description?.gated),
    cell(description?.created),
    cell(reuse),
    cell(peatmoss),
    Object.entries(sources)
      .map(([group, code]) => `${group}:${code}`)
      .join('|'),
  ].join('\t');
}

/** One line of `aliases.tsv`. */
export function aliasLine({ alias, library, kind, hub, id }: AliasRow): string {
  return [alias, library, kind, hub, id].map(cell).join('\t');
}

/** The lines of a table, without the header, cut into cells. */
export function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

/** A record from a line of `models.tsv`. */
export function recordOf(
  cells: readonly string[],
  sources: ReadonlyMap<string, Source>,
  card: CardFields,
): ModelRecord {
  const at = (name: (typeof columns)[number]) => cells[columns.indexOf(name)] ?? '';
  const text = (name: (typeof columns)[number]) => at(name) || null;
  const number = (name: (typeof columns)[number]) => (at(name) === '' ? null : Number(at(name)));
  const texts = (name: (typeof columns)[number]) => at(name).split('|').filter(Boolean);
  return {
    id: at('id'),
    hub: at('hub') as Hub,
    peatmoss: text('peatmoss'),
    license: at('license')
      ? { id: at('license'), name: text('license_name'), link: text('license_link') }
      : null,
    downloads: number('downloads'),
    likes: number('likes'),
    task: text('task'),
    library: text('library'),
    frameworks: texts('frameworks'),
    languages: texts('languages'),
    architectures: texts('architectures'),
    baseModels: texts('base_models'),
    datasets: texts('datasets'),
    papers: texts('papers'),
    parameters: number('parameters'),
    gated: at('gated') === '' ? null : at('gated') === 'true',
    created: text('created'),
    reuse: number('reuse'),
    card,
    sources: sourcesOf(texts('sources'), sources, Object.keys(card).length > 0),
  };
}

function sourcesOf(
  pairs: readonly string[],
  sources: ReadonlyMap<string, Source>,
  hasCard: boolean,
): ModelRecord['sources'] {
  const known: Partial<Record<FactGroup, Source>> = {};
  for (const pair of hasCard ? [...pairs, 'card:pmc'] : pairs) {
    const [group, code = ''] = pair.split(':') as [FactGroup, string?];
    const source = sources.get(code);
    if (!source) throw new Error(`data/sources.tsv has no source "${code}"`);
    known[group] = source;
  }
  return known;
}

/** An alias from a line of `aliases.tsv`. */
export function aliasOf([
  alias = '',
  library = '',
  kind = '',
  hub = '',
  id = '',
]: readonly string[]): AliasRow {
  return { alias, library, kind: kind as AliasRow['kind'], hub: hub as Hub, id };
}

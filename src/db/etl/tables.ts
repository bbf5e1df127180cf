/** The text tables of `data/`: tab-separated, one line a model or alias, lists joined by `|`, sources as `group:code` pairs. */
import type { Hub } from '../../shared/hub';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { CardFields, FactGroup, ModelRecord, Source } from '../record';
import type { AliasRow } from './load';

/** The columns of `models.tsv`. */
export const modelColumnNames = [
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
  const at = (name: (typeof modelColumnNames)[number]) => cells[modelColumnNames.indexOf(name)] ?? '';
  const text = (name: (typeof modelColumnNames)[number]) => at(name) || null;
  const number = (name: (typeof modelColumnNames)[number]) => (at(name) === '' ? null : Number(at(name)));
  const texts = (name: (typeof modelColumnNames)[number]) => at(name).split('|').filter(Boolean);
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
    if (!source) throw new UserError(message('sources.tsv has no source "{0}"', code));
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

/** The sources from `sources.tsv`, by their codes. */
export function sourceTable(text: string): Map<string, Source> {
  return new Map(tableRows(text).map(([code = '', name = '', date = '']) => [code, { name, date }]));
}

/** The card fields from `cards.json`, by the ids in lower case. */
export function cardTable(text: string): Map<string, CardFields> {
  const cards = JSON.parse(text) as Record<string, CardFields>;
  return new Map(Object.entries(cards).map(([id, card]) => [id.toLowerCase(), card]));
}

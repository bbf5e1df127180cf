import { isLicenseStated, type FactGroup, type ModelRecord } from '../../db/record';
import type { Hub } from '../../shared/hub';
import { type Message, message } from '../../shared/message';
import { licenseName } from '../license';
import { ageOf, plainDate, plainNumber } from '../numbers';
import type { Reader } from '../reader';
import { shown } from '../shown';
import type { Block, Cell, FactRow } from './page';
import { name, names, paragraph, quiet, words } from './pieces';
import { factsBySource } from './sources';

const hubs: Readonly<Record<Hub, Message>> = {
  huggingface: message('Hugging Face'),
  pytorch: message('PyTorch Hub'),
  tensorflow: message('TensorFlow Hub'),
  other: message('another place'),
};

/** A fact of a record: what it is called, its group (which has the source), and its value; null where it is not known. */
interface Fact {
  readonly label: Message;
  readonly group: FactGroup | null;
  readonly value: (record: ModelRecord, reader: Reader) => Cell | null;
}

const list =
  (field: 'frameworks' | 'languages' | 'architectures' | 'datasets') =>
  (record: ModelRecord): Cell | null =>
    record[field].length > 0 ? names(record[field]) : null;

const count =
  (field: 'downloads' | 'likes' | 'parameters') =>
  (record: ModelRecord, reader: Reader): Cell | null =>
    record[field] === null ? null : [words(plainNumber(record[field], reader))];

/** Every fact of a record but those that have a section of their own, in the order in which they are shown. */
const facts: readonly Fact[] = [
  { label: message('Hub'), group: null, value: ({ hub }, { localize }) => [words(localize(hubs[hub]))] },
  { label: message('Licence'), group: 'license', value: licenseCell },
  {
    label: message('Access'),
    group: 'license',
    value: ({ gated }, { localize }) =>
      gated === null
        ? null
        : [
            words(
              localize(
                gated
                  ? message('the hub asks to accept its terms before download')
                  : message('open to everybody'),
              ),
            ),
          ],
  },
  {
    label: message('Task'),
    group: 'description',
    value: ({ task }) => (task === null ? null : [name(task)]),
  },
  {
    label: message('Library'),
    group: 'description',
    value: ({ library }) => (library === null ? null : [name(library)]),
  },
  { label: message('Frameworks'), group: 'description', value: list('frameworks') },
  { label: message('Architectures'), group: 'architectures', value: list('architectures') },
  { label: message('Parameters'), group: 'parameters', value: count('parameters') },
  { label: message('Languages'), group: 'description', value: list('languages') },
  { label: message('Datasets'), group: 'description', value: list('datasets') },
  { label: message('Papers'), group: 'description', value: papersCell },
  { label: message('Downloads in 30 days'), group: 'popularity', value: count('downloads') },
  { label: message('Likes'), group: 'popularity', value: count('likes') },
  {
    label: message('Published'),
    group: 'description',
    value: ({ created }, reader) => (created === null ? null : [words(shown(plainDate(created, reader)))]),
  },
];

/** All that the catalogue knows of a model, each fact with its source and date; what is not known is named last. */
export function recordBlocks(record: ModelRecord, reader: Reader): Block[] {
  const { localize } = reader;
  const rows: FactRow[] = [];
  const unknown: string[] = [];
  for (const { label, group, value } of facts) {
    const cell = value(record, reader);
    if (!cell) unknown.push(localize(label));
    else rows.push({ name: localize(label), value: cell, ...sourceOf(record, group, reader) });
  }
  const rest = localize(message('Not known: {0}', unknown.join(', ')));
  return [...factsBySource(rows, reader), ...(unknown.length > 0 ? [paragraph(quiet(rest))] : [])];
}

/** How many repositories load the model, as PeaTMOSS counted. */
export function reuseBlocks(record: ModelRecord, reader: Reader): Block[] {
  const { localize } = reader;
  const { reuse, peatmoss, id } = record;
  if (peatmoss === null)
    return [paragraph(quiet(localize(message('PeaTMOSS, of August 2023, does not list it.'))))];
  const said =
    reuse === null || reuse === 0
      ? message('PeaTMOSS lists it, and links it to no repository.')
      : reuse === 1
        ? message('1 GitHub repository of PeaTMOSS loads it.')
        : message('{0} GitHub repositories of PeaTMOSS load it.', plainNumber(reuse, reader));
  const rows: FactRow[] = [
    {
      name: localize(message('Repositories')),
      value: [words(localize(said))],
      ...sourceOf(record, 'reuse', reader),
    },
  ];
  if (peatmoss !== id) rows.push({ name: localize(message('Listed as')), value: [name(peatmoss)] });
  return [{ kind: 'facts', rows }];
}

/** `Hugging Face, Jul 11, 2024, 2 years old`; nothing where no source is named. */
export function sourceOf(
  { sources }: ModelRecord,
  group: FactGroup | null,
  reader: Reader,
): { source?: string } {
  const source = group && sources[group];
  if (!source) return {};
  const age = ageOf(source.date, reader);
  const parts = [source.name, plainDate(source.date, reader), ...(age ? [reader.localize(age)] : [])];
  return { source: shown(parts.filter(Boolean).join(', ')) };
}

/** The licence by its name, and in the author's own words where they differ. */
function licenseCell(record: ModelRecord, { localize }: Reader): Cell | null {
  const { license } = record;
  if (!license) return isLicenseStated(record) ? [words(localize(message('none declared')))] : null;
  const named = licenseName(record);
  const own = [license.id, license.name, license.link].filter(
    (text): text is string => text !== null && text !== '' && text.toLowerCase() !== named.toLowerCase(),
  );
  if (own.length === 0) return [name(named)];
  return [name(named), quiet(` (${localize(message('declared as'))} `), ...names(own), quiet(')')];
}

const arxivId = /^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/;

function papersCell({ papers }: ModelRecord): Cell | null {
  if (papers.length === 0) return null;
  return papers.flatMap((paper, index) => {
    const piece = arxivId.test(paper)
      ? { text: `arXiv:${paper}`, href: `https://arxiv.org/abs/${paper}` }
      : name(paper);
    return index > 0 ? [words(', '), piece] : [piece];
  });
}

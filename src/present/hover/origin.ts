import type { FactGroup, Lookup, ModelRecord } from '../../db/record';
import { message, type Message } from '../../shared/message';
import { escapeMarkdown, markdownSentence } from '../markdown';
import { ageOf, plainDate } from '../numbers';
import type { Reader } from '../reader';

const groupNames: Readonly<Record<FactGroup, Message>> = {
  license: message('licence'),
  popularity: message('downloads'),
  description: message('description'),
  parameters: message('parameters'),
  architectures: message('architectures'),
  reuse: message('reuse'),
  card: message('card'),
};

/** How the written id became this record, where it is not the record's own id. */
export function aliasNote(lookup: Lookup, { localize }: Reader): string | null {
  if ((lookup.answer !== 'found' && lookup.answer !== 'no-license') || !lookup.alias) return null;
  const { kind, from } = lookup.alias;
  const texts: Readonly<Record<typeof kind, string>> = {
    case: 'Found without regard to case, from {0}',
    moved: 'Moved on the hub, from {0}',
    prefix: 'The library adds the owner to {0}',
    'default-tag': 'The library adds its default weights to {0}',
  };
  return markdownSentence(localize, texts[kind], from);
}

/** Where the facts come from and how old they are: sources that share a name and date are said once. */
export function sourceNote(record: ModelRecord, reader: Reader): string | null {
  const bySource = new Map<string, { date: string; name: string; groups: string[] }>();
  for (const [group, { name, date }] of Object.entries(record.sources)) {
    const key = `${name}\n${date}`;
    const known = bySource.get(key) ?? { name, date, groups: [] };
    known.groups.push(reader.localize(groupNames[group as FactGroup]));
    bySource.set(key, known);
  }
  const parts = [...bySource.values()].map(({ name, date, groups }) => {
    const age = ageOf(date, reader);
    const when = age ? `${plainDate(date, reader)}, ${reader.localize(age)}` : plainDate(date, reader);
    return escapeMarkdown(`${groups.join(', ')}: ${name} (${when})`);
  });
  return parts.length > 0 ? markdownSentence(reader.localize, 'Data: ') + parts.join('; ') : null;
}

import type { AliasMatch, FactGroup, Lookup, ModelRecord } from '../../db/record';
import { type Message, message } from '../../shared/message';
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

export const aliasSentences: Readonly<Record<AliasMatch['kind'], (from: string) => Message>> = {
  case: (from) => message('Found without regard to case, from {0}', from),
  moved: (from) => message('Moved on the hub, from {0}', from),
  prefix: (from) => message('The library adds the owner to {0}', from),
  'default-tag': (from) => message('The library adds its default weights to {0}', from),
};

/** How the written id became this record, where it is not the record's own id. */
export function aliasNote(lookup: Lookup, { localize }: Reader): string | null {
  if ((lookup.answer !== 'found' && lookup.answer !== 'no-license') || !lookup.alias) return null;
  return markdownSentence(localize, aliasSentences[lookup.alias.kind](lookup.alias.from));
}

/** Where groups of facts come from and how old they are: sources that share a name and date are said once. */
export function sourceNote(record: ModelRecord, groups: readonly FactGroup[], reader: Reader): string | null {
  const bySource = new Map<string, { date: string; name: string; groups: string[] }>();
  for (const group of groups) {
    const source = record.sources[group];
    if (!source) continue;
    const { name, date } = source;
    const key = `${name}\n${date}`;
    const known = bySource.get(key) ?? { name, date, groups: [] };
    known.groups.push(reader.localize(groupNames[group]));
    bySource.set(key, known);
  }
  if (bySource.size === 0) return null;
  const parts = [...bySource.values()].map(({ name, date, groups }) => {
    const age = ageOf(date, reader);
    const when = age ? `${plainDate(date, reader)}, ${reader.localize(age)}` : plainDate(date, reader);
    return escapeMarkdown(`${groups.join(', ')}: ${name} (${when})`);
  });
  return reader.localize(message('Data: {0}', parts.join('; ')));
}

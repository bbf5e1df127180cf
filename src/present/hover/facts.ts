import type { ModelRecord } from '../../db/record';
import { escapeMarkdown, escapeName, markdownSentence } from '../markdown';
import { compactNumber, plainNumber } from '../numbers';
import type { Reader } from '../reader';
import { shown } from '../shown';

/** Names of a list that are shown; the rest is counted. */
const listed = 4;

/** Characters of a card field that are shown. */
const fieldLength = 160;

/** What the record says, one line a group of facts; groups that are unknown are left out. */
export function facts(record: ModelRecord, reader: Reader): string[] {
  const lines = [
    kind(record, reader),
    popularity(record, reader),
    named('Base model: {0}', record.baseModels, reader),
    named('Datasets: {0}', record.datasets, reader),
    reuse(record, reader),
    gate(record, reader),
  ];
  return [...lines.filter((line) => line !== null), ...cardFields(record, reader)];
}

function kind({ task, library, parameters }: ModelRecord, reader: Reader): string | null {
  const { localize } = reader;
  const parts = [
    task && escapeName(task),
    library && escapeName(library),
    parameters && markdownSentence(localize, '{0} parameters', compactNumber(parameters, reader)),
  ];
  return parts.filter(Boolean).join(' · ') || null;
}

function popularity({ downloads, likes }: ModelRecord, reader: Reader): string | null {
  const { localize } = reader;
  const parts = [
    downloads !== null &&
      markdownSentence(localize, '{0} downloads a month', compactNumber(downloads, reader)),
    likes !== null && markdownSentence(localize, '{0} likes', compactNumber(likes, reader)),
  ];
  return parts.filter(Boolean).join(' · ') || null;
}

function named(text: string, names: readonly string[], { localize }: Reader): string | null {
  if (names.length === 0) return null;
  const first = names.slice(0, listed).map((name) => shown(name, 100));
  const rest = names.length - first.length;
  return markdownSentence(localize, text, rest > 0 ? `${first.join(', ')} +${rest}` : first.join(', '));
}

function reuse({ reuse: repositories }: ModelRecord, reader: Reader): string | null {
  if (repositories === null || repositories === 0) return null;
  if (repositories === 1) return markdownSentence(reader.localize, 'Used by 1 repository of PeaTMOSS');
  return markdownSentence(
    reader.localize,
    'Used by {0} repositories of PeaTMOSS',
    plainNumber(repositories, reader),
  );
}

function gate({ gated }: ModelRecord, { localize }: Reader): string | null {
  return gated ? markdownSentence(localize, 'The hub asks to accept its terms before download') : null;
}

/** Card fields that help to decide, the most useful first, with the words before the value. */
const usefulFields: readonly (readonly [name: string, text: string])[] = [
  ['limitationAndBias', 'Limitations: {0}'],
  ['evaluation', 'Evaluation: {0}'],
  ['carbonEmitted', 'Carbon emitted: {0}'],
  ['hardware', 'Trained on: {0}'],
  ['inputFormat', 'Input: {0}'],
  ['outputFormat', 'Output: {0}'],
  ['domain', 'Domain: {0}'],
];

function cardFields({ card }: ModelRecord, { localize }: Reader): string[] {
  return usefulFields
    .flatMap(([name, text]) => {
      const value = card[name];
      const said = typeof value === 'string' ? value : value?.join(', ');
      return said ? [localize({ text, args: [escapeMarkdown(shown(said, fieldLength))] })] : [];
    })
    .slice(0, 3);
}

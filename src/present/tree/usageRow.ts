import type { Part } from '../../analyzer/usage';
import { type Message, message } from '../../shared/message';
import { comparePlaces, type Place } from '../../shared/positions';
import { licenseLabel } from '../license';
import { statusOf } from '../modelStatus';
import { lineLabel, placeLabel } from '../place';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { usagePlace } from '../usagePlace';
import type { Occurrence } from './occurrence';
import type { MakeRows, RowContent } from './row';

export const partNames: Readonly<Record<Part, Message>> = {
  weights: message('weights'),
  tokenizer: message('tokenizer'),
  processor: message('processor'),
  config: message('config'),
  adapter: message('adapter'),
};

/** Rows of usages: below a model they are named by their place, below a file by their model. */
export function usageRows(
  occurrences: readonly Occurrence[],
  namedBy: 'place' | 'model',
  reader: Reader,
): MakeRows {
  return () =>
    [...occurrences]
      .sort((a, b) => comparePlaces(a.entry.usage.place, b.entry.usage.place))
      .map((occurrence) => [usageRow(occurrence, namedBy, reader), null] as const);
}

function usageRow(occurrence: Occurrence, namedBy: 'place' | 'model', reader: Reader): RowContent {
  const { folder, entry, model } = occurrence;
  const { usage } = entry;
  const place = usagePlace(usage, model?.written ?? null);
  const named = namedBy === 'model' && model !== null;
  return {
    kind: 'usage',
    key: keyOf(usage.place, model?.id),
    label: named
      ? shown(model.id)
      : reader.localize(namedBy === 'model' ? lineLabel(place) : placeLabel(place)),
    description: named ? besideModel(occurrence, reader) : besidePlace(occurrence, reader),
    icon: model
      ? named
        ? { status: statusOf(model) }
        : { codicon: 'symbol-method' }
      : { codicon: 'question' },
    ...(model && { model: { id: model.id, hub: usage.hub } }),
    target: { folder, place },
    subject: { folder, entry, model },
  };
}

function besidePlace({ entry: { usage, models }, model }: Occurrence, { localize }: Reader): string {
  if (!model) return usage.reason ? shown(localize(usage.reason)) : shown(usage.loader);
  const parts = [shown(usage.loader.split('.').slice(-2).join('.'))];
  if (usage.part !== 'weights') parts.push(localize(partNames[usage.part]));
  if (models.length > 1) parts.push(localize(message('one of {0}', models.length)));
  return parts.join(' · ');
}

function besideModel({ entry: { usage }, model }: Occurrence, { localize }: Reader): string {
  const license = model ? [localize(licenseLabel(model.lookup))] : [];
  return [...license, localize(lineLabel(usage.place))].join(' · ');
}

function keyOf({ file, cell, range: { start } }: Place, model: string | undefined): string {
  return `${file}#${cell ?? ''}:${start.line}:${start.column}:${model ?? ''}`;
}

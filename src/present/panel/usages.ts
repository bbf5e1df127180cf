import { type Message, message } from '../../shared/message';
import { comparePlaces } from '../../shared/positions';
import { usageCount } from '../counts';
import { placeLabel } from '../place';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { partNames } from '../tree/usageRow';
import { usagePlace } from '../usagePlace';
import type { ModelInput, ModelUsage } from './modelInput';
import type { Block, Cell } from './page';
import { name, paragraph, quiet, words } from './pieces';

/** Rows that are shown; more are opened in the editor's own list. */
const listed = 100;

/** Where this workspace uses the model: each place opens. */
export function usageBlocks({ id, hub, usages }: ModelInput, { localize }: Reader): Block[] {
  if (usages.length === 0) return [paragraph(quiet(localize(message('This workspace does not use it.'))))];
  const sorted = [...usages].sort((a, b) => comparePlaces(a.entry.usage.place, b.entry.usage.place));
  const columns = [message('Place'), message('Loader'), message('Part'), message('How it is known')].map(
    (title) => ({ title: localize(title) }),
  );
  const rows = sorted.slice(0, listed).map((usage) => usageRow(usage, localize));
  const rest = sorted.length - rows.length;
  const blocks: Block[] = [
    { kind: 'table', table: { caption: localize(usageCount(usages.length)), columns, rows } },
  ];
  if (rest > 0) {
    const all = { text: localize(message('Show all')), action: { do: 'showUsages', id, hub } as const };
    blocks.push(paragraph(words(`${localize(message('and {0} more', rest))} · `), all));
  }
  return blocks;
}

function usageRow({ folder, entry, model }: ModelUsage, localize: Reader['localize']): readonly Cell[] {
  const { usage } = entry;
  const place = usagePlace(usage, model.written);
  return [
    [{ text: localize(placeLabel(place)), action: { do: 'openPlace', folder, place } }],
    [name(usage.loader)],
    [words(localize(partNames[usage.part]))],
    [words(shown(localize(knownHow({ folder, entry, model }))))],
  ];
}

function knownHow({ entry: { usage, models }, model }: ModelUsage): Message {
  if (model.written === null)
    return usage.task === null
      ? message('the library chooses it')
      : message('the library chooses it for the task {0}', usage.task);
  if (models.length > 1) return message('one of {0} that the call may load', models.length);
  return usage.reason ?? message('the code says so');
}

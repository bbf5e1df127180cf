import { usageCount } from '../counts';
import { licenseLabel } from '../license';
import { statusOf, worstStatus } from '../modelStatus';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { groupBy, type Occurrence, sortedGroups } from './occurrence';
import type { MakeRows, RowContent } from './row';
import { usageRows } from './usageRow';

/** Rows of models, by id, with their usages below; usages that name no model follow as they are. */
export function modelRows(occurrences: readonly Occurrence[], reader: Reader): MakeRows {
  return () => {
    const named = occurrences.filter(({ model }) => model !== null);
    const groups = sortedGroups(groupBy(named, ({ model }) => model?.id ?? ''));
    const nameless = usageRows(
      occurrences.filter(({ model }) => model === null),
      'place',
      reader,
    );
    return [
      ...groups.map(([, group]) => [modelRow(group, reader), usageRows(group, 'place', reader)] as const),
      ...nameless(),
    ];
  };
}

function modelRow(group: readonly Occurrence[], { localize }: Reader): RowContent {
  const [first] = group;
  const models = group.flatMap(({ model }) => (model ? [model] : []));
  const [model] = models;
  if (!first || !model) throw new Error('a model row needs a usage that names the model');
  const usages = new Set(group.map(({ entry }) => entry)).size;
  const parts = [localize(licenseLabel(model.lookup))];
  if (usages > 1) parts.push(localize(usageCount(usages)));
  return {
    kind: model.lookup.answer === 'local' ? 'localModel' : 'model',
    key: model.id,
    label: shown(model.id),
    description: parts.join(' · '),
    icon: { status: worstStatus(models.map(statusOf)) ?? 'unknown' },
    model: { id: model.id, hub: first.entry.usage.hub },
    subject: { folder: first.folder, entry: first.entry, model },
  };
}

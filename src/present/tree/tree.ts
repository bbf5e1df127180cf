/** The rows of the inventory view, made from inventories. Pure: the view only turns rows into tree items. */
import { type Message, message } from '../../shared/message';
import { modelCount } from '../counts';
import { licenseLabel } from '../license';
import { statusOf, worstStatus } from '../modelStatus';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { type Filter, filters } from './filter';
import { modelRows } from './modelRow';
import { type FolderView, groupBy, type Occurrence, occurrencesOf, sortedGroups } from './occurrence';
import { type MakeRows, Row, type RowContent, type RowIcon } from './row';
import { usageRows } from './usageRow';

/** What the inventory can be grouped by, with the words for it. */
export const groupings = {
  model: message('Model'),
  license: message('Licence'),
  file: message('File'),
  library: message('Library'),
  task: message('Task'),
} as const satisfies Record<string, Message>;

export type Grouping = keyof typeof groupings;

/** How the inventory is put in rows. */
export interface TreeShape {
  readonly grouping: Grouping;
  /** Which occurrences are shown; all without it. */
  readonly filter?: Filter;
}

/** Whether a stored word is a grouping of today. */
export function isGrouping(word: unknown): word is Grouping {
  return typeof word === 'string' && Object.hasOwn(groupings, word);
}

/** The top rows: the groups of one folder, or the folders of several. Folders with nothing to show are left out. */
export function treeRows(
  folders: readonly FolderView[],
  { grouping, filter = 'all' }: TreeShape,
  reader: Reader,
): readonly Row[] {
  const shownFolders = folders.filter((folder) =>
    filter === 'all'
      ? folder.inventory.files.length > 0 || folder.inventory.skipped.length > 0
      : keptOf(folder, filter).length > 0,
  );
  const rows = (folder: FolderView) => folderRows(folder, { grouping, filter }, reader);
  const [only] = shownFolders;
  if (only && shownFolders.length === 1) return Row.all(null, rows(only));
  return Row.all(null, () => shownFolders.map((folder) => [folderRow(folder, filter, reader), rows(folder)]));
}

function keptOf(folder: FolderView, filter: Filter): Occurrence[] {
  return occurrencesOf(folder).filter((occurrence) => filters[filter].keeps(occurrence));
}

function folderRow(folder: FolderView, filter: Filter, { localize }: Reader): RowContent {
  const models = new Set(keptOf(folder, filter).flatMap(({ model }) => (model ? [model.id] : [])));
  return {
    kind: 'folder',
    key: folder.key,
    label: shown(folder.name),
    description: localize(modelCount(models.size)),
    icon: { codicon: 'root-folder' },
  };
}

/** Files that were not analysed are no occurrence: they are listed only where nothing is left out. */
function folderRows(folder: FolderView, { grouping, filter }: Required<TreeShape>, reader: Reader): MakeRows {
  return () => [
    ...groupRows[grouping](keptOf(folder, filter), reader)(),
    ...(filter === 'all' ? skippedRows(folder, reader) : []),
  ];
}

/** The rows of a folder, for each grouping. */
const groupRows: Readonly<
  Record<Grouping, (occurrences: readonly Occurrence[], reader: Reader) => MakeRows>
> = {
  model: (occurrences, reader) => () => {
    const known = occurrences.filter(isOnHub);
    return [...modelRows(known, reader)(), ...restRows(occurrences, reader)];
  },
  license: (occurrences, reader) => () => {
    const label = ({ model }: Occurrence) => (model ? reader.localize(licenseLabel(model.lookup)) : '');
    const groups = sortedGroups(groupBy(occurrences.filter(isOnHub), label));
    const rows = groups.map(([name, group]) => {
      const worst = worstStatus(group.flatMap(({ model }) => (model ? [statusOf(model)] : []))) ?? 'unknown';
      return [groupRow(name, group, { status: worst }, reader), modelRows(group, reader)] as const;
    });
    return [...rows, ...restRows(occurrences, reader)];
  },
  file: (occurrences, reader) => () =>
    sortedGroups(groupBy(occurrences, ({ entry }) => entry.usage.place.file)).map(
      ([file, group]) => [fileRow(file, group, reader), usageRows(group, 'model', reader)] as const,
    ),
  library: (occurrences, reader) => () =>
    sortedGroups(groupBy(occurrences, ({ entry }) => entry.usage.library)).map(
      ([name, group]) =>
        [groupRow(name, group, { codicon: 'library' }, reader), modelRows(group, reader)] as const,
    ),
  task: (occurrences, reader) => () => {
    const known = occurrences.filter(isOnHub);
    const [without, ...others] = sortedGroups(groupBy(known, (each) => taskOf(each) ?? ''));
    const groups = without?.[0] === '' ? [...others, without] : without ? [without, ...others] : [];
    const rows = groups.map(([task, group]) => {
      const name = task || reader.localize(message('no task known'));
      return [groupRow(name, group, { codicon: 'symbol-event' }, reader), modelRows(group, reader)] as const;
    });
    return [...rows, ...restRows(occurrences, reader)];
  },
};

function isOnHub({ model }: Occurrence): boolean {
  return model !== null && model.lookup.answer !== 'local';
}

function taskOf({ entry, model }: Occurrence): string | null {
  const record = model && 'record' in model.lookup ? model.lookup.record : null;
  return record?.task ?? entry.usage.task;
}

function groupRow(
  name: string,
  group: readonly Occurrence[],
  icon: RowIcon,
  { localize }: Reader,
): RowContent {
  const models = new Set(group.flatMap(({ model }) => (model ? [model.id] : [])));
  return {
    kind: 'group',
    key: name,
    label: shown(name),
    description: localize(modelCount(models.size)),
    icon,
  };
}

function fileRow(file: string, group: readonly Occurrence[], { localize }: Reader): RowContent {
  const [first] = group;
  const models = new Set(group.flatMap(({ model }) => (model ? [model.id] : [])));
  const slash = file.lastIndexOf('/');
  const folder = slash < 0 ? [] : [shown(file.slice(0, slash))];
  return {
    kind: 'file',
    key: file,
    label: shown(file.slice(slash + 1)),
    description: [...folder, localize(modelCount(models.size))].join(' · '),
    icon: { codicon: 'file' },
    ...(first && { target: { folder: first.folder, place: first.entry.usage.place } }),
  };
}

/** What is no model of a hub, last: local models, then usages that the code alone does not resolve. */
function restRows(occurrences: readonly Occurrence[], reader: Reader): ReturnType<MakeRows> {
  const local = occurrences.filter(({ model }) => model?.lookup.answer === 'local');
  const unresolved = occurrences.filter(({ model }) => model === null);
  const { localize } = reader;
  const rows: [RowContent, MakeRows][] = [];
  if (local.length > 0) {
    const row = groupRow(localize(message('Local models')), local, { codicon: 'folder' }, reader);
    rows.push([{ ...row, key: '(local)' }, modelRows(local, reader)]);
  }
  if (unresolved.length > 0) {
    const label = localize(message('Unresolved'));
    const row = {
      kind: 'group',
      key: '(unresolved)',
      label,
      description: String(unresolved.length),
    } as const;
    rows.push([{ ...row, icon: { codicon: 'question' } }, usageRows(unresolved, 'place', reader)]);
  }
  return rows;
}

/** The files that were not, or not wholly, analysed. */
function skippedRows({ key, inventory }: FolderView, { localize }: Reader): ReturnType<MakeRows> {
  if (inventory.skipped.length === 0) return [];
  const start = { line: 0, column: 0 };
  const children: MakeRows = () =>
    inventory.skipped.map(({ file, reason }) => {
      const target = { folder: key, place: { file, cell: null, range: { start, end: start } } };
      const description = shown(localize(reason));
      return [
        { kind: 'skipped', key: file, label: shown(file), description, icon: { codicon: 'warning' }, target },
        null,
      ];
    });
  const label = localize(message('Not analysed'));
  const row = {
    kind: 'group',
    key: '(skipped)',
    label,
    description: String(inventory.skipped.length),
  } as const;
  return [[{ ...row, icon: { codicon: 'warning' } }, children]];
}

/** The licence flow of a workspace: which licences its models are under, and under which licences the projects are that use them. */
import type { Lookup } from '../../db/record';
import type { Inventory } from '../../inventory/types';
import { projectOf } from '../../licenses/detect';
import { licenseText } from '../../licenses/text';
import { type Message, message } from '../../shared/message';
import { modelCount, usageCount } from '../counts';
import { licenseLabel } from '../license';
import { type ModelStatus, statusLooks, statusOf } from '../modelStatus';
import { plainNumber } from '../numbers';
import type { PanelTable } from '../panel/page';
import type { Reader } from '../reader';
import { shown } from '../shown';
import type { FlowLink, FlowNode, FlowPage } from './page';

/** Licences that have a node of their own on a side; the rarest of more are one. */
const mostNodes = 20;

/** Models under one licence in projects under another, judged alike. */
interface Stream {
  readonly model: string;
  readonly project: string;
  readonly status: ModelStatus;
  readonly models: ReadonlySet<string>;
  readonly usages: number;
}

/** How many usages are in the flow, and how many are left out and why. */
interface Seen {
  usages: number;
  local: number;
  unresolved: number;
}

/** The flow as a picture, a table and words. Every usage is looked at once. */
export function flowPage(inventories: readonly Inventory[], reader: Reader): FlowPage {
  const { localize } = reader;
  const seen: Seen = { usages: 0, local: 0, unresolved: 0 };
  const streams = merged(merged(streamsOf(inventories, reader, seen), 'model', reader), 'project', reader);
  const sorted = [...streams].sort(
    (a, b) =>
      statusLooks[b.status].rank - statusLooks[a.status].rank ||
      b.models.size - a.models.size ||
      (a.model < b.model ? -1 : 1),
  );
  const links = sorted.map((stream) => linkOf(stream, reader));
  const statuses = [...new Set(sorted.map(({ status }) => status))];
  return {
    title: localize(message('Licence flow')),
    lead: leadOf(sorted, seen, reader),
    nodes: nodesOf(sorted),
    links,
    legend: statuses.map((status) => ({ status, label: localize(statusLooks[status].label) })),
    table: tableOf(sorted, reader),
    words: {
      models: localize(message('Licences of the models')),
      projects: localize(message('Licences of the projects')),
      saveSvg: localize(message('Save as SVG…')),
      savePng: localize(message('Save as PNG…')),
      empty: localize(message('No model with a licence was found in this workspace yet.')),
      picture: localize(message('Licences of models flowing into licences of projects')),
      table: localize(message('The same as a table')),
      legend: localize(message('Legend')),
    },
    footnote: localize(message('Information, not legal advice.')),
  };
}

function streamsOf(inventories: readonly Inventory[], reader: Reader, seen: Seen): Stream[] {
  const found = new Map<
    string,
    { stream: Omit<Stream, 'models' | 'usages'>; models: Set<string>; usages: number }
  >();
  const labels = new Map<string, string>();
  // Naming a licence takes its time, and ten thousand usages are under a few dozen.
  const labelOf = (key: string, make: () => Message) => {
    const label = labels.get(key) ?? shown(reader.localize(make()), 80);
    labels.set(key, label);
    return label;
  };
  for (const { files, projects } of inventories) {
    for (const { file, usages } of files) {
      const own = licenseText(projectOf(projects, file)?.license ?? null);
      const project = labelOf(`project\n${own}`, () =>
        own === null ? message('no licence declared') : message('{0}', own),
      );
      for (const { models } of usages) {
        if (models.length === 0) seen.unresolved++;
        else if (models.some(({ lookup }) => lookup.answer !== 'local')) seen.usages++;
        else seen.local++;
        for (const used of models) {
          if (used.lookup.answer === 'local') continue;
          const stream = {
            model: labelOf(declaredAs(used.lookup), () => licenseLabel(used.lookup)),
            project,
            status: statusOf(used),
          };
          const key = [stream.model, project, stream.status].join('\n');
          const known = found.get(key) ?? { stream, models: new Set(), usages: 0 };
          known.models.add(used.id);
          known.usages++;
          found.set(key, known);
        }
      }
    }
  }
  return [...found.values()].map(({ stream, models, usages }) => ({ ...stream, models, usages }));
}

/** What a look-up says of the licence, before it is named. */
function declaredAs(lookup: Lookup): string {
  if (!('record' in lookup)) return lookup.answer;
  const { license, sources } = lookup.record;
  const own = license ? [license.id, license.name, license.link] : [sources.license !== undefined];
  return [lookup.answer, ...own].join('\n');
}

/** Of more licences on a side than a picture can hold, the rarest become one. */
function merged(streams: readonly Stream[], side: 'model' | 'project', { localize }: Reader): Stream[] {
  const sizes = new Map<string, number>();
  for (const stream of streams) sizes.set(stream[side], (sizes.get(stream[side]) ?? 0) + stream.models.size);
  if (sizes.size <= mostNodes) return [...streams];
  const kept = new Set(
    [...sizes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostNodes - 1)
      .map(([label]) => label),
  );
  const rest = localize(message('{0} other licences', sizes.size - kept.size));
  const found = new Map<string, Stream>();
  for (const stream of streams) {
    const label = kept.has(stream[side]) ? stream[side] : rest;
    const next = { ...stream, [side]: label };
    const key = [next.model, next.project, next.status].join('\n');
    const known = found.get(key);
    found.set(
      key,
      known
        ? { ...next, models: new Set([...known.models, ...next.models]), usages: known.usages + next.usages }
        : next,
    );
  }
  return [...found.values()];
}

function nodesOf(streams: readonly Stream[]): FlowNode[] {
  return (['model', 'project'] as const).flatMap((side) => {
    const models = new Map<string, number>();
    for (const stream of streams)
      models.set(stream[side], (models.get(stream[side]) ?? 0) + stream.models.size);
    return [...models]
      .sort((a, b) => b[1] - a[1])
      .map(([label, count]) => ({ key: keyOf(side, label), side, label, models: count }));
  });
}

function linkOf(stream: Stream, reader: Reader): FlowLink {
  const { model, project, status, models, usages } = stream;
  const { localize } = reader;
  const label = message(
    '{0} → {1}: {2}, {3} in {4}',
    model,
    project,
    localize(statusLooks[status].label),
    localize(modelCount(models.size)),
    localize(usageCount(usages)),
  );
  return {
    source: keyOf('model', model),
    target: keyOf('project', project),
    status,
    models: models.size,
    usages,
    label: localize(label),
  };
}

function tableOf(streams: readonly Stream[], reader: Reader): PanelTable {
  const { localize } = reader;
  const columns = [
    { title: localize(message('Licence of the models')) },
    { title: localize(message('Licence of the project')) },
    { title: localize(message('Judgement')) },
    { title: localize(message('Models')), numeric: true },
    { title: localize(message('Usages')), numeric: true },
  ];
  const rows = streams.map(({ model, project, status, models, usages }) => [
    [{ text: model, kind: 'name' as const }],
    [{ text: project, kind: 'name' as const }],
    [{ text: localize(statusLooks[status].label), status }],
    [{ text: plainNumber(models.size, reader) }],
    [{ text: plainNumber(usages, reader) }],
  ]);
  return {
    caption: localize(message('Licences of models and of the projects that use them')),
    columns,
    rows,
  };
}

function leadOf(
  streams: readonly Stream[],
  { usages, local, unresolved }: Seen,
  { localize }: Reader,
): string {
  const models = new Set(streams.flatMap((stream) => [...stream.models])).size;
  const parts = [
    localize(message('{0} in {1}.', localize(modelCount(models)), localize(usageCount(usages)))),
  ];
  if (local > 0 || unresolved > 0)
    parts.push(localize(message('Left out: {0} local, {1} unresolved.', local, unresolved)));
  return parts.join(' ');
}

function keyOf(side: FlowNode['side'], label: string): string {
  return `${side}:${label}`;
}

/**
 * `npm run bench:views`: what the views make of 10,000 usages, of one model and of 10,000 models: the first rows of the
 * inventory for each grouping, all rows of the largest group, and what stands at a place (ms, median of 15), beside
 * sorting as many ids with the collator that any sorted list needs.
 */
import { performance } from 'node:perf_hooks';
import { findAt } from '../src/present/findAt';
import { InventoryIndex } from '../src/present/inventoryIndex';
import type { Row } from '../src/present/tree/row';
import { type Grouping, groupings, treeRows } from '../src/present/tree/tree';
import type { Inventory } from '../src/inventory/types';
import { entry, found, inventory, place, reader, record, used, written } from '../test/unit/present/samples';

const count = 10_000;
const perFile = 50;

function makeInventory(models: number): Inventory {
  return inventory(
    Array.from({ length: count }, (_, index) => {
      const id = `owner-${String(index % 97)}/model-${String(index % models)}`;
      const at = place(index % perFile, 35, 60, `src/part_${String(Math.floor(index / perFile))}.py`);
      return entry([used({ lookup: found(record({ id })), id, written: written(id, at) })], { place: at });
    }),
  );
}

function median(work: () => unknown): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[7] ?? Number.NaN;
}

const look = (rows: readonly Row[]) =>
  rows.map(({ id, content }) => `${id} ${content.label} ${content.description ?? ''}`);

for (const models of [1, count]) {
  const one = makeInventory(models);
  const ids = one.files.flatMap(({ usages }) => usages.map((each) => each.models[0]?.id ?? ''));
  const peer = median(() => [...ids].sort(new Intl.Collator('en', { numeric: true }).compare));
  const rows = (grouping: Grouping) =>
    treeRows([{ key: 'w', name: 'w', inventory: one }], { grouping }, reader);
  const first = Object.fromEntries(
    (Object.keys(groupings) as Grouping[]).map((grouping) => [grouping, median(() => look(rows(grouping)))]),
  );
  const open = median(() => look(rows('license')[0]?.children ?? []));
  const index = new InventoryIndex(one);
  const point = { file: 'src/part_7.py', cell: null, position: { line: 20, column: 40 } };
  const at = median(() => findAt(index.touching('src/part_7.py'), point));
  console.log(
    JSON.stringify({ usages: count, models, sortIds: peer, firstRows: first, openLicense: open, at }),
  );
}

/**
 * `npm run bench:catalogue`: opens the catalogue that ships and looks up every id and as many misses, beside a plain JavaScript
 * map over the same records (the quickest there can be, at the price of holding everything parsed). One JSON line.
 */
import { readFileSync } from 'node:fs';
import { openCatalogue } from '../src/db/open';
import { loadSqlite } from '../src/db/sqlite';
import { tableRows } from '../src/db/etl/tables';

const file = process.argv[2] ?? 'dist/catalog.sqlite';
const now = () => performance.now();
const memory = () => {
  global.gc?.();
  return process.memoryUsage().rss / 1e6;
};

function quantiles(times: number[]) {
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(4));
  return { p50: at(0.5), p99: at(0.99), max: at(1 - 1e-9) };
}

function measure(ids: readonly string[], use: (id: string) => unknown): ReturnType<typeof quantiles> {
  return quantiles(
    ids.map((id) => {
      const start = now();
      use(id);
      return now() - start;
    }),
  );
}

async function main(): Promise<void> {
  const sqlite = await loadSqlite(readFileSync('dist/sql-wasm.wasm'));
  const bytes = readFileSync(file);
  const text = readFileSync('data/models.tsv', 'utf8');
  const ids = tableRows(text).map(([id = '']) => id);
  const wanted = ids.flatMap((id) => [id, `${id}-missing`]);
  const before = memory();
  const start = now();
  const opened = openCatalogue(sqlite, bytes);
  const open = now() - start;
  if (!opened.ok) throw new Error('the catalogue does not open');
  const catalogue = opened.value;
  const lookup = measure(wanted, (written) =>
    catalogue.lookup({ hub: 'huggingface', library: 'transformers', written }),
  );
  const near = measure(
    ids.slice(0, 200).map((id) => `${id}x`),
    (id) => catalogue.near(id),
  );
  const growth = memory() - before;
  const mapStart = now();
  const map = new Map(tableRows(text).map((cells) => [(cells[0] ?? '').toLowerCase(), cells]));
  const mapOpen = now() - mapStart;
  const peer = measure(wanted, (id) => map.get(id.toLowerCase()));
  const report = {
    models: ids.length,
    fileMB: bytes.length / 1e6,
    openMs: open,
    openToMap: open / mapOpen,
    lookupMs: lookup,
    mapLookupMs: peer,
    nearMs: near,
    growthMB: growth,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

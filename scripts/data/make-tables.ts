/**
 * Writes `data/models.tsv`, `data/aliases.tsv`, `data/cards.json` from the reference folder:
 * `npm run data:tables -- FOLDER`. Same folder, same bytes. Everything after this needs only `data/`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCards } from './cards';
import { canonicalMoves, knownMoves, shortNameAliases, timmDefaults } from './names';
import type { Statement } from './facts';
import { merge, type Merged } from './merge';
import * as read from './readers';
import { aliasLine, aliasHeader, modelHeader, modelLine } from './tables';

/** How many models the catalogue that ships has, at least: the chosen ones, then the most downloaded. */
const wantedModels = 25_000;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: npm run data:tables -- FOLDER');

const byId = new Map<string, Statement[]>();
const downloads = new Map<string, number>();
const chosen = new Set<string>();
const bareIds: string[] = [];

function add(statement: Statement, choose: boolean): void {
  const key = `${statement.hub}:${statement.id.toLowerCase()}`;
  const known = byId.get(key);
  if (known) known.push(statement);
  else byId.set(key, [statement]);
  if (choose) chosen.add(key);
}

async function readListings(from: string): Promise<void> {
for await (const statement of read.listing(from, 'hub/models_2024-07-11.all760000.jsonl.xz', 'h24')) {
  add(statement, false);
  downloads.set(`huggingface:${statement.id.toLowerCase()}`, statement.facts.popularity?.downloads ?? 0);
}
for await (const statement of read.listing(from, 'hub/models_2022-02.all29432.jsonl.xz', 'h22')) {
  if (!statement.id.includes('/')) bareIds.push(statement.id);
  add(statement, false);
}
}

const present = (id: string) => byId.has(`huggingface:${id.toLowerCase()}`);

function makeTables(folder: string): void {
const moves = canonicalMoves(bareIds, knownMoves(folder), present);
const current = [read.nexus, read.llmfit, read.tracked, read.mteb, read.timm, read.spacy, read.pytorchHub];
for (const source of [read.peatmossLinks, read.peatmossDownloads, ...current]) {
  for (const statement of source(folder)) add(statement, true);
}
for (const statement of read.leaderboards(folder)) add(statement, false);

// What is said of an old id is said of the model that it moved to.
const movedTo = new Map<string, string>();
for (const [from, to] of moves) {
  const [fromKey, toKey] = [from, to].map((id) => `huggingface:${id.toLowerCase()}`) as [string, string];
  const statements = byId.get(fromKey) ?? [];
  byId.delete(fromKey);
  byId.set(toKey, [...(byId.get(toKey) ?? []), ...statements]);
  if (chosen.delete(fromKey)) chosen.add(toKey);
  movedTo.set(toKey, to);
}

// Base models of the chosen, then the most downloaded.
for (const key of [...chosen]) {
  for (const statement of byId.get(key) ?? []) {
    for (const base of statement.facts.description?.baseModels ?? []) {
      const baseKey = `huggingface:${(moves.get(base) ?? base).toLowerCase()}`;
      if (byId.has(baseKey)) chosen.add(baseKey);
    }
  }
}
const mostDownloaded = [...downloads].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
for (const [key] of mostDownloaded) {
  if (chosen.size >= wantedModels) break;
  if (byId.has(key)) chosen.add(key);
}

const merged = [...chosen].map((key): { model: Merged; peatmoss: string | null } => {
  const statements = byId.get(key) ?? [];
  const hub = statements[0]?.hub ?? 'huggingface';
  return { model: merge(presentId(statements, movedTo.get(key)), hub, statements), peatmoss: peatmossId(statements) };
});
const lines = merged.map(({ model, peatmoss }) => modelLine(model, peatmoss)).sort();
writeFileSync(join('data', 'models.tsv'), `${modelHeader}\n${lines.join('\n')}\n`);

const movedAliases = [...moves].map(([alias, id]) => ({ alias, hub: 'huggingface', id, kind: 'moved', library: '' }) as const);
const kept = new Set(merged.map(({ model }) => `${model.hub}:${model.id.toLowerCase()}`));
const aliases = [...movedAliases, ...timmDefaults(folder, merged.flatMap(({ peatmoss }) => peatmoss ?? [])), ...shortNameAliases()].filter(({ hub, id }) => kept.has(`${hub}:${id.toLowerCase()}`));
writeFileSync(join('data', 'aliases.tsv'), `${aliasHeader}\n${aliases.map(aliasLine).sort().join('\n')}\n`);

const cards = readCards(folder, (id) => moves.get(id) ?? id);
writeFileSync(join('data', 'cards.json'), `${JSON.stringify(cards, null, 1)}\n`);
process.stdout.write(`${lines.length} models, ${aliases.length} aliases, ${Object.keys(cards).length} cards\n`);
}

/** The id in PeaTMOSS: the spelling of the statement that PeaTMOSS made. */
const peatmossId = (statements: readonly Statement[]) => statements.find(({ source }) => source === 'pm')?.id ?? null;

/** The hub's spelling: that of the newest record of the hub itself, and the new id of a move. */
function presentId(statements: readonly Statement[], movedTo: string | undefined): string {
  if (movedTo !== undefined) return movedTo;
  const order = ['nexus', 'h24', 'llmfit', 'mteb', 'track', 'timm', 'spacy', 'pth', 'pm', 'pmc'];
  const spelled = order.map((source) => statements.find((statement) => statement.source === source)).find(Boolean);
  return (spelled ?? statements[0])?.id ?? '';
}

readListings(folder).then(
  () => makeTables(folder),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);

/**
 * Writes `data/models.tsv`, `data/aliases.tsv`, `data/cards.json` from the reference folder:
 * `npm run data:tables -- FOLDER`. Same folder, same bytes. Everything after this needs only `data/`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AliasRow } from '../../src/db/etl/load';
import { readCards } from './cards';
import { Collection, keyOf } from './collection';
import { canonicalMoves, knownMoves, spacyPackages, timmDefaults } from './names';
import { llmfit, tracked } from './readers/current';
import { listing, nexus } from './readers/hub';
import { leaderboards } from './readers/leaderboards';
import { mteb } from './readers/mteb';
import { spacy, timm } from './readers/packages';
import { peatmossDownloads, peatmossLinks } from './readers/peatmoss';
import { pytorchHub } from './readers/pytorch';
import { shortNameAliases } from './shortNames';
import { aliasHeader, aliasLine, modelHeader, modelLine } from './tables';

/** How many models the catalogue that ships has: the chosen ones, then those that code most likely names. */
const wantedModels = 30_000;

/** Sources whose models are all in: what PeaTMOSS links or counts, and what is current. */
const chosenSources = [
  peatmossLinks,
  peatmossDownloads,
  nexus,
  llmfit,
  tracked,
  mteb,
  timm,
  spacy,
  pytorchHub,
];

async function makeTables(folder: string): Promise<string> {
  const collection = new Collection();
  const bareIds: string[] = [];
  const spacyIds: string[] = [];
  for await (const statement of listing(folder, 'hub/models_2024-07-11.all760000.jsonl.xz', 'h24')) {
    if (statement.facts.description?.library === 'spacy') spacyIds.push(statement.id);
    collection.add(statement);
  }
  for await (const statement of listing(folder, 'hub/models_2022-02.all29432.jsonl.xz', 'h22')) {
    if (!statement.id.includes('/')) bareIds.push(statement.id);
    collection.add(statement);
  }
  const moves = canonicalMoves(bareIds, knownMoves(folder), (id) => collection.has(keyOf('huggingface', id)));
  for (const source of chosenSources) {
    for (const statement of source(folder)) collection.choose(collection.add(statement));
  }
  for (const statement of leaderboards(folder)) collection.add(statement);
  const packages = spacyPackages(folder, spacyIds);
  for (const { hub, id } of packages) collection.choose(keyOf(hub, id));
  collection.move(moves);
  collection.chooseBaseModels(moves);
  collection.chooseLikeliest(wantedModels);
  return writeTables(folder, collection, moves, packages);
}

function writeTables(
  folder: string,
  collection: Collection,
  moves: ReadonlyMap<string, string>,
  packages: readonly AliasRow[],
): string {
  const chosen = collection.merged();
  const lines = chosen.map(({ model, peatmoss }) => modelLine(model, peatmoss)).sort();
  const kept = new Set(chosen.map(({ model }) => keyOf(model.hub, model.id)));
  const aliases: AliasRow[] = [
    ...[...moves].map(([alias, id]): AliasRow => ({
      alias,
      hub: 'huggingface',
      id,
      kind: 'moved',
      library: '',
    })),
    ...timmDefaults(
      folder,
      chosen.flatMap(({ peatmoss }) => peatmoss ?? []),
    ),
    ...packages,
    ...shortNameAliases(),
  ].filter(({ hub, id }) => kept.has(keyOf(hub, id)));
  const cards = readCards(folder, (id) => moves.get(id) ?? id);
  write('models.tsv', [modelHeader, ...lines]);
  write('aliases.tsv', [aliasHeader, ...aliases.map(aliasLine).sort()]);
  write('cards.json', [JSON.stringify(cards, null, 1)]);
  return `${lines.length} models, ${aliases.length} aliases, ${Object.keys(cards).length} cards`;
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join('data', name), `${lines.join('\n')}\n`);
}

async function main(folder = ''): Promise<void> {
  if (!folder) throw new Error('usage: npm run data:tables -- FOLDER');
  process.stdout.write(`${await makeTables(folder)}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

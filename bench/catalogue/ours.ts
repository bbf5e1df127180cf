/** `node ours.js build KIND:PATH OUTPUT`, `ask CATALOGUE QUESTIONS` and `install CATALOGUE`: this program's part of the bench. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Catalogue } from '../../src/db/catalogue';
import { openCatalogue } from '../../src/db/open';
import { Overlay } from '../../src/db/overlay';
import { loadSqlite } from '../../src/db/sqlite';
import { buildFrom } from '../../src/platform/node/etl/buildFrom';
import { loadCatalogue } from '../../src/platform/node/catalogueFile';
import { CatalogueImporter } from '../../src/platform/node/importFile';
import { indexBeside } from '../../src/platform/node/indexFile';
import { DiskLayers } from '../../src/platform/node/overlayStore';
import { openPaged } from '../../src/platform/node/pagedFile';
import { neverCancelled } from '../../src/shared/fetch';
import { answersOf, effortOf, type Installed, longestBlock, type Questions, say } from './measure';

async function build(from: string, output: string): Promise<void> {
  let models = 0;
  const effort = await effortOf(async () => {
    const order = { from: [from], output, dist: __dirname, token: null, progress: () => undefined };
    const { meta } = await buildFrom({ ...order, signal: new AbortController().signal });
    models = meta.counts.models;
  });
  say({ models, ...effort });
}

async function ask(file: string, questions: Questions): Promise<void> {
  const sqlite = await loadSqlite(readFileSync(join(__dirname, 'sql-wasm.wasm')));
  const open = () => {
    const opened = openCatalogue(sqlite, openPaged(file), indexBeside(file));
    if (!opened.ok) throw new Error('the catalogue does not open');
    return opened.value;
  };
  const lookup = (catalogue: Catalogue, written: string) =>
    catalogue.lookup({ hub: 'huggingface', library: 'transformers', written });
  const near = (catalogue: Catalogue, text: string) => catalogue.near(text);
  const complete = (catalogue: Catalogue, text: string) => catalogue.complete(text, 20);
  const close = (catalogue: Catalogue) => catalogue.dispose();
  say(
    answersOf(questions, {
      open,
      close,
      ask: { lookup, missing: lookup, near, nearNames: near, complete },
    }),
  );
}

/** As the editor imports a catalogue, opens it at its next start, looks through it and searches. */
async function install(file: string): Promise<void> {
  const sqlite = await loadSqlite(readFileSync(join(__dirname, 'sql-wasm.wasm')));
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-install-'));
  const setup = { dist: __dirname, folder, sqlite: () => Promise.resolve(sqlite), environment: () => ({}) };
  const store = new DiskLayers(folder);
  // As in an editor, SQLite has been at work before.
  const shipped = await loadCatalogue(__dirname);
  const base = shipped.ok ? [shipped.value] : [];
  try {
    let overlay = await Overlay.open(sqlite, store, base);
    overlay.catalogue.near('some/model');
    const imported = await longestBlock(async () => {
      const made = await new CatalogueImporter(setup).fromFile(file, () => undefined, neverCancelled);
      if (!made.ok || !(await overlay.install('imported', made.value.file)).ok)
        throw new Error('the catalogue is not taken');
      made.value.discard();
    });
    const opened = await longestBlock(async () => {
      overlay = await Overlay.open(sqlite, store, base);
      await overlay.verify();
    });
    const searched = await longestBlock(async () => {
      overlay.catalogue.near('bert-base-uncasd');
      await setTimeout(10);
    });
    say({ imported, opened, searched } satisfies Installed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [what, first = '', second = ''] = process.argv.slice(2);
const programs: Readonly<Record<string, () => Promise<void>>> = {
  build: () => build(first, second),
  ask: () => ask(first, JSON.parse(readFileSync(second, 'utf8')) as Questions),
  install: () => install(first),
};
void programs[what ?? '']?.();

/** `node ours.js build KIND:PATH OUTPUT` and `node ours.js ask CATALOGUE QUESTIONS`: this program's part of the bench. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/db/catalogue';
import { openCatalogue } from '../../src/db/open';
import { loadSqlite } from '../../src/db/sqlite';
import { buildFrom } from '../../src/platform/node/etl/buildFrom';
import { indexBeside } from '../../src/platform/node/indexFile';
import { openPaged } from '../../src/platform/node/pagedFile';
import { answersOf, effortOf, type Questions, say } from './measure';

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

const [what, first = '', second = ''] = process.argv.slice(2);
void (what === 'build'
  ? build(first, second)
  : ask(first, JSON.parse(readFileSync(second, 'utf8')) as Questions));

/**
 * The plain alternative: one wide table in SQLite with an index on the id and one on the name, and SQL for every question. By
 * better-sqlite3 where BETTER_SQLITE3 names its folder, else by node-sqlite3-wasm. Same commands as `ours.ts`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { slipsBetween } from '../../src/db/search/near';
import { lineChunks } from '../../src/platform/node/etl/lines';
import { answersOf, effortOf, type Questions, say } from './measure';
import { openPlain, type PlainDatabase } from './plainDatabase';

const columns = 'id, downloads, likes, license, task, library, tags';
const name = "substr(id, instr(id, '/') + 1)";
const table = `CREATE TABLE models (${columns})`;
const indexes = `CREATE INDEX by_id ON models (id COLLATE NOCASE);
  CREATE INDEX by_name ON models (${name} COLLATE NOCASE);`;

/** How the file of a kind gets into the table, as one would write it down. */
const loaders: Readonly<Record<string, (database: PlainDatabase, path: string) => Promise<void>>> = {
  peatmoss: (database, path) => {
    const names = (name: string) =>
      `(SELECT group_concat(name) FROM model_to_${name} JOIN source.${name} ON id = ${name}_id WHERE model_id = model.id)`;
    database.exec(`ATTACH '${path}' AS source`);
    // Without indexes on the links each model would read all of them: the alternative needs a copy that has them.
    for (const name of ['tag', 'license', 'library'])
      database.exec(`CREATE TEMP TABLE model_to_${name} AS SELECT * FROM source.model_to_${name};
        CREATE INDEX temp.${name}_by_model ON model_to_${name} (model_id)`);
    database.exec(`INSERT INTO models SELECT context_id, downloads, likes, ${names('license')}, NULL,
      ${names('library')}, ${names('tag')} FROM source.model`);
    return Promise.resolve();
  },
  listing: async (database, path) => {
    const insert = database.prepare('INSERT INTO models VALUES (?, ?, ?, ?, ?, ?, ?)');
    for await (const lines of lineChunks(path)) {
      for (const line of lines.filter(Boolean)) {
        const { id, downloads, likes, tags, pipeline_tag, library_name } = JSON.parse(line) as ListingLine;
        const license = tags.find((tag) => tag.startsWith('license:')) ?? null;
        insert([id, downloads, likes, license, pipeline_tag ?? null, library_name ?? null, tags.join()]);
      }
    }
  },
  tables: (database, path) => {
    const insert = database.prepare('INSERT INTO models VALUES (?, ?, ?, ?, ?, ?, ?)');
    for (const line of readFileSync(`${path}/models.tsv`, 'utf8').split('\n').slice(1)) {
      const [id = '', , license = '', , , downloads, likes, task = '', library = '', ...rest] =
        line.split('\t');
      if (id) insert([id, Number(downloads), Number(likes), license, task, library, rest.join()]);
    }
    return Promise.resolve();
  },
};

interface ListingLine {
  readonly id: string;
  readonly downloads: number;
  readonly likes: number;
  readonly tags: readonly string[];
  readonly pipeline_tag?: string;
  readonly library_name?: string;
}

async function build(from: string, output: string): Promise<void> {
  const [kind = '', path = ''] = from.split(/:(.*)/s);
  rmSync(output, { force: true });
  const effort = await effortOf(async () => {
    const database = openPlain(createRequire(__filename), output);
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${table}`);
    if (kind !== 'peatmoss') database.exec('BEGIN');
    await loaders[kind]?.(database, path);
    if (kind !== 'peatmoss') database.exec('COMMIT');
    database.exec(indexes);
    database.close();
  });
  say(effort);
}

function ask(file: string, questions: Questions): void {
  const open = () => {
    const database = openPlain(createRequire(__filename), file);
    return {
      database,
      lookup: database.prepare(`SELECT ${columns} FROM models WHERE id = ? COLLATE NOCASE`),
      near: database.prepare(`SELECT id, ${name} AS name FROM models WHERE length(id) BETWEEN ? AND ?`),
      nearNames: database.prepare(
        `SELECT id, ${name} AS name FROM models WHERE length(${name}) BETWEEN ? AND ?`,
      ),
      complete: database.prepare(
        `SELECT id FROM models WHERE id LIKE ? || '%' OR ${name} LIKE ? || '%' ORDER BY downloads DESC LIMIT 20`,
      ),
    };
  };
  type Opened = ReturnType<typeof open>;
  const lookup = (opened: Opened, id: string) => opened.lookup([id]);
  const around = (text: string) => [text.length - 2, text.length + 2];
  say(
    answersOf(questions, {
      open,
      close: ({ database }) => database.close(),
      ask: {
        lookup,
        missing: lookup,
        near: ({ near }, text) => nearest(near(around(text)), 'id', text),
        nearNames: ({ nearNames }, text) => nearest(nearNames(around(text)), 'name', text),
        complete: ({ complete }, text) => complete([text, text]),
      },
    }),
  );
}

function nearest(rows: readonly Readonly<Record<string, unknown>>[], column: string, text: string) {
  let best: string | null = null;
  let least = 3;
  for (const row of rows) {
    const slips = slipsBetween(text.toLowerCase(), String(row[column]).toLowerCase(), least);
    if (slips < least) [best, least] = [String(row['id']), slips];
  }
  return best;
}

const [what, first = '', second = ''] = process.argv.slice(2);
if (what === 'build') void build(first, second);
else ask(first, JSON.parse(readFileSync(second, 'utf8')) as Questions);

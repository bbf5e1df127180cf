/** `docs/sql.md` is what people write questions by: it must name the views as they are, and its example's answer must be the real one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildCatalogue } from '../../../scripts/catalogue/build';
import type { Catalogue } from '../../../src/db/catalogue';
import { openCatalogue } from '../../../src/db/open';
import { questions } from '../../../src/db/questions';
import { loadSqlite } from '../../../src/db/sqlite';

const root = join(__dirname, '../../..');
const docs = readFileSync(join(root, 'docs/sql.md'), 'utf8');
/** Each section's heading with its text. */
const sections = new Map(
  docs
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf('\n')), text]),
);
const statements = [...docs.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql.trim());
let catalogue: Catalogue;

before(async function () {
  this.timeout(60_000);
  const wasm = readFileSync(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm'));
  const opened = openCatalogue(await loadSqlite(wasm), await buildCatalogue(join(root, 'data')));
  assert.ok(opened.ok);
  catalogue = opened.value;
});

after(() => catalogue.dispose());

function ask(sql: string) {
  const answer = catalogue.query(sql, { maxRows: 1000 });
  assert.ok(answer.ok, sql);
  return answer.value.rows;
}

describe('docs/sql.md', () => {
  it('has a section for each view, and none for what is no view', () => {
    const views = ask(
      "SELECT name FROM sqlite_master WHERE type = 'view' UNION ALL SELECT name FROM sqlite_temp_master WHERE type = 'view'",
    ).map(([name]) => String(name));
    assert.ok(views.length >= 5);
    const described = [...sections.keys()].filter((heading) => !heading.includes(' '));
    assert.deepEqual(described.sort(), views.sort());
  });

  it('names the columns of each view, in their order', () => {
    for (const [view, text] of sections) {
      if (view.includes(' ')) continue;
      const columns = ask(`SELECT name FROM pragma_table_info('${view}')`).map(([name]) => String(name));
      const named = [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
      assert.deepEqual(named, columns, view);
    }
  });

  it('has statements that all answer', () => {
    assert.ok(statements.length >= 3);
    for (const sql of statements) assert.ok(ask(sql).length > 0, sql);
  });

  it("shows the demo question as the editor's console asks it, with its real answer", () => {
    assert.equal(statements[0], questions[0]?.sql);
    const rows = ask(statements[0] ?? '');
    assert.equal(rows.length, 100);
    const shown = /```\nid .*\n-.*\n([\s\S]*?)```/.exec(docs)?.[1]?.trim().split('\n') ?? [];
    assert.equal(shown.length, 10);
    assert.deepEqual(
      shown.map((line) => line.trim().split(/\s+/)),
      rows.slice(0, 10).map((row) => row.map(String)),
    );
  });
});

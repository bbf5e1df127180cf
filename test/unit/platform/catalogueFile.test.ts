/** Catalogue files that a user names: each that is none is refused by name, with the reason. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBuildFolder } from '../../../scripts/catalogue/buildFolder';
import type { Catalogue } from '../../../src/db/catalogue';
import { loadSqlite, type SqlJsStatic } from '../../../src/db/sqlite';
import { writeCatalogue } from '../../../src/db/write';
import { loadCatalogue } from '../../../src/platform/node/catalogueFile';
import { english } from '../../../src/shared/message';
import { UserError } from '../../../src/shared/result';
import { record } from '../present/samples';

describe('a catalogue file', () => {
  let root: string;
  let dist: string;
  let sqlite: SqlJsStatic;
  let bytes: Buffer;
  const count = 400;

  before(async () => {
    root = mkdtempSync(join(tmpdir(), 'ptm-lens-file-'));
    dist = join(root, 'dist');
    await makeBuildFolder(dist, [record({ id: 'shipped/model' })]);
    sqlite = await loadSqlite(readFileSync(join(dist, 'sql-wasm.wasm')));
    const records = Array.from({ length: count }, (_, index) => record({ id: `owner/model-${index}` }));
    const input = { asOf: '2026-11-21', sources: [], records, aliases: [] };
    bytes = Buffer.from(writeCatalogue(sqlite, input));
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };

  const changed = (name: string, sql: string) => {
    const database = new sqlite.Database(Uint8Array.from(bytes));
    database.run(sql);
    const path = file(name, database.export());
    database.close();
    return path;
  };

  const opened = async (path: string): Promise<Catalogue> => {
    const answer = await loadCatalogue(dist, path);
    assert.ok(answer.ok, answer.ok ? '' : english(answer.error));
    return answer.value;
  };

  const look = (catalogue: Catalogue, written: string) =>
    catalogue.lookup({ hub: 'huggingface', library: '', written });

  const refused: Readonly<Record<string, readonly [make: () => string, said: RegExp]>> = {
    'is not there': [() => join(root, 'none.sqlite'), /no catalogue at .*none\.sqlite/],
    'is empty': [() => file('empty.sqlite', ''), /empty\.sqlite cannot be used: it is empty/],
    'is text': [
      () => file('text.sqlite', 'a line\n'.repeat(900)),
      /text\.sqlite cannot be used: it is not an SQLite database/,
    ],
    'is encrypted': [
      () =>
        file(
          'secret.sqlite',
          Uint8Array.from({ length: 9000 }, (_, at) => (at * 7919 + 13) % 251),
        ),
      /secret\.sqlite cannot be used: it is not an SQLite database, or it is encrypted/,
    ],
    'is cut off in its header': [
      () => file('header.sqlite', bytes.subarray(0, 60)),
      /header\.sqlite cannot be used: it is cut off/,
    ],
    'is cut off': [
      () => file('cut.sqlite', bytes.subarray(0, bytes.length / 2)),
      /cut\.sqlite cannot be used: it is cut off: \d+ of \d+ bytes/,
    ],
    'is overwritten': [
      () => file('over.sqlite', Buffer.from(bytes).fill(0xff, 100, 4096)),
      /over\.sqlite cannot be used: it is damaged/,
    ],
    'is another database': [
      () => changed('songs.sqlite', 'DROP TABLE meta; CREATE TABLE song (id INTEGER)'),
      /songs\.sqlite cannot be used: it is a database, but not a catalogue/,
    ],
    'is of another version': [
      () => changed('newer.sqlite', "UPDATE meta SET value = json_set(value, '$.schema', 99)"),
      /newer\.sqlite cannot be used: its version is 99, this program reads version \d+/,
    ],
    'is a folder': [() => root, /ptm-lens-file-\w+ cannot be/],
  };
  for (const [what, [make, said]] of Object.entries(refused)) {
    it(`that ${what} is refused by name`, async () => {
      const answer = await loadCatalogue(dist, make());
      assert.match(answer.ok ? 'opened' : english(answer.error), said);
    });
  }

  it('that is damaged inside answers where it can, and else says so by name', async () => {
    const pages = Buffer.from(bytes);
    pages.fill(0xff, Math.floor(bytes.length / 8192) * 4096, bytes.length);
    const catalogue = await opened(file('inside.sqlite', pages));
    const answers = Array.from({ length: count }, (_, index) => {
      try {
        return look(catalogue, `owner/model-${index}`).answer;
      } catch (error) {
        assert.ok(error instanceof UserError, String(error));
        return english(error.reason);
      }
    });
    assert.match(answers.join('\n'), /the catalogue .*inside\.sqlite is damaged \(.*malformed/);
    assert.notEqual(catalogue.damage(), null);
    catalogue.dispose();
  });

  it('answers from a place where nothing may be written, and leaves nothing there', async () => {
    const folder = join(root, 'read-only');
    mkdirSync(folder);
    copyFileSync(file('good.sqlite', bytes), join(folder, 'good.sqlite'));
    chmodSync(join(folder, 'good.sqlite'), 0o444);
    chmodSync(folder, 0o555);
    const catalogue = await opened(join(folder, 'good.sqlite'));
    assert.equal(look(catalogue, 'owner/model-7').answer, 'found');
    assert.equal(catalogue.near('owner/modle-7'), 'owner/model-7');
    catalogue.dispose();
    chmodSync(folder, 0o755);
  });

  it('that is larger than memory is not read into it', async () => {
    const path = file('huge.sqlite', bytes);
    // No bytes on the disk for what lies behind the last page.
    truncateSync(path, 5_000_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const catalogue = await opened(path);
    assert.equal(look(catalogue, 'owner/model-7').answer, 'found');
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
    catalogue.dispose();
  });

  it('goes on answering when another is put in its place', async () => {
    const catalogue = await opened(file('mine.sqlite', bytes));
    rmSync(join(root, 'mine.sqlite'));
    file('mine.sqlite', 'something else');
    assert.equal(look(catalogue, 'owner/model-9').answer, 'found');
    catalogue.dispose();
  });
});

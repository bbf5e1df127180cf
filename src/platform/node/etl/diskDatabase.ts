/**
 * SQLite files too large for memory: node-sqlite3-wasm reads and writes them page by page. Why this library: it runs on every Node from
 * 20 on and needs no compiler (better-sqlite3 is native code for one platform and, today, Node 22; node:sqlite came with Node 22.5), and
 * it is quick enough. Only the command line holds it, and loads it with the first `catalog build`: the extension's bundle has none of it.
 */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import type { RowSink, TableSink } from '../../../db/etl/load';
import { TablePages } from '../../../db/etl/tablePages';
import { flawOf } from '../../../db/open';
import type { SqlValue } from '../../../db/sqlite';
import { english, message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { reasonOf } from '../files';
import { PageFile } from './pageFile';
import { PagedFile, type Row, type Rows } from './tableScan';

/** A database file that is only read. Dispose it. */
export class DiskReader {
  private readonly database: Database;
  private readonly lockFolder: string;
  private pages: PagedFile | undefined;

  /** Opens a file, or says as a `UserError` what it is instead. */
  constructor(private readonly file: string) {
    const flaw = headerFlaw(file);
    if (flaw) throw new UserError(message('{0} cannot be used: {1}', file, english(flaw)));
    // The library locks by a folder beside the file, which a read-only place refuses and a killed run leaves behind: it gets one of its own.
    this.lockFolder = mkdtempSync(join(tmpdir(), 'ptm-lens-read-'));
    const link = join(this.lockFolder, 'database');
    try {
      symlinkSync(resolve(file), link);
      this.database = new Database(link, { readOnly: true, fileMustExist: true });
      this.database.exec('PRAGMA query_only = ON');
    } catch (error) {
      rmSync(this.lockFolder, { recursive: true, force: true });
      throw this.damaged(error);
    }
  }

  /** A table that is read whole; null where there is none. */
  table(name: string): TableReader | null {
    const columns = this.ask('SELECT name, type, pk FROM pragma_table_info(?)', name);
    const [{ rootpage } = {}] = this.ask(
      "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?",
      name,
    );
    return columns.length === 0 || typeof rootpage !== 'number'
      ? null
      : new TableReader(columns, () => this.rows(rootpage));
  }

  private ask(sql: string, value: string): Record<string, unknown>[] {
    try {
      return this.database.all(sql, [value]);
    } catch (error) {
      throw this.damaged(error);
    }
  }

  private rows(root: number): Rows {
    this.pages ??= new PagedFile(this.file);
    return this.pages.rows(root);
  }

  dispose(): void {
    this.pages?.close();
    this.database.close();
    rmSync(this.lockFolder, { recursive: true, force: true });
  }

  /** What an error of reading says to a person. */
  damaged(error: unknown): unknown {
    if (error instanceof UserError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return new UserError(message('{0} cannot be read: {1}', this.file, reason));
  }
}

/** A table by its columns' names. */
export class TableReader {
  constructor(
    private readonly columns: readonly Record<string, unknown>[],
    readonly rows: () => Rows,
  ) {}

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.place(name) >= 0);
  }

  /** Reads a whole number from a column; null for anything else. */
  column(name: string): (row: Row) => number | null {
    const place = this.place(name);
    return this.isKey(place) ? (row) => row.key : (row) => row.integer(place);
  }

  place(name: string): number {
    return this.columns.findIndex((column) => column['name'] === name);
  }

  /** A row's key may have a name, and does not stand in the row then. */
  private isKey(place: number): boolean {
    const keys = this.columns.filter(({ pk }) => pk !== 0);
    const [key] = keys;
    return keys.length === 1 && key === this.columns[place] && /^integer$/i.test(String(key?.['type']));
  }
}

/** What the header shows: nothing is opened that is empty, cut off or no database. */
function headerFlaw(file: string) {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const header = new Uint8Array(100);
    const read = readSync(handle, header, 0, header.length, 0);
    return flawOf(header.subarray(0, read), fstatSync(handle).size);
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A new database file to fill in one go; it is thrown away when that fails, so it needs no journal. */
export class DiskWriter implements TableSink {
  private database: Database;
  private pages: PageFile | null = null;

  constructor(private readonly file: string) {
    this.database = this.open();
  }

  run(sql: string): void {
    this.guarded(() => this.database.exec(sql));
  }

  prepare(sql: string) {
    const statement = this.database.prepare(sql);
    return {
      run: (values: SqlValue[]) => this.guarded(() => statement.run(values)),
      free: () => statement.finalize(),
    };
  }

  /** The file is closed meanwhile: pages are written past SQLite, which finds them there afterwards. */
  fill(table: string): RowSink {
    const { root } =
      this.database.get('SELECT rootpage AS root FROM sqlite_schema WHERE name = ?', [table]) ?? {};
    this.run('COMMIT');
    const { pages } = this.database.get('SELECT page_count AS pages FROM pragma_page_count') ?? {};
    this.database.close();
    const file = (this.pages = new PageFile(this.file));
    const rows = new TablePages(Number(root), Number(pages) + 1, (number, page) => file.put(number, page));
    return {
      add: (values) => rows.add(values),
      end: () => {
        file.end(rows.finish());
        this.closePages();
        this.database = this.open();
        this.run('BEGIN');
      },
    };
  }

  dispose(): void {
    if (this.pages) this.closePages();
    if (this.database.isOpen) this.database.close();
  }

  private open(): Database {
    const database = new Database(this.file);
    database.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000',
    );
    return database;
  }

  private closePages(): void {
    this.pages?.close();
    this.pages = null;
  }

  /** SQLite says "disk I/O error" whatever the reason: the system says it when it is asked for the same again. */
  private guarded<T>(write: () => T): T {
    try {
      return write();
    } catch (error) {
      appendFileSync(`${this.file}.more`, new Uint8Array(1 << 20));
      rmSync(`${this.file}.more`);
      throw error;
    }
  }
}

/**
 * SQLite files too large for memory: node-sqlite3-wasm reads and writes them page by page. Why this library: it runs on every Node from
 * 20 on and needs no compiler (better-sqlite3 is native code for one platform and, today, Node 22; node:sqlite came with Node 22.5), and
 * it is quick enough. Only the command line holds it, and loads it with the first `catalog build`: the extension's bundle has none of it.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, fstatSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import type { TableSink } from '../../../db/etl/load';
import { flawOf } from '../../../db/open';
import type { SqlValue } from '../../../db/sqlite';
import { english, message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { reasonOf } from '../files';

/** A database file that is only read. Dispose it. */
export class DiskReader {
  private readonly database: Database;
  private readonly lockFolder: string;

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
      this.database.exec('PRAGMA cache_size = -16000; PRAGMA query_only = ON');
    } catch (error) {
      rmSync(this.lockFolder, { recursive: true, force: true });
      throw this.damaged(error);
    }
  }

  /** The first row's columns, or undefined. */
  row(sql: string, values: (string | number)[] = []): Record<string, unknown> | undefined {
    try {
      return this.database.get(sql, values) ?? undefined;
    } catch (error) {
      throw this.damaged(error);
    }
  }

  /** The names of a table's columns; empty where there is no such table. */
  columns(table: string): string[] {
    const { names } =
      this.row('SELECT json_group_array(name) AS names FROM pragma_table_info(?)', [table]) ?? {};
    return JSON.parse(String(names)) as string[];
  }

  dispose(): void {
    this.database.close();
    rmSync(this.lockFolder, { recursive: true, force: true });
  }

  private damaged(error: unknown): UserError {
    return new UserError(
      message('{0} cannot be read: {1}', this.file, error instanceof Error ? error.message : String(error)),
    );
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
  private readonly database: Database;

  constructor(file: string) {
    this.database = new Database(file);
    this.run(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000',
    );
  }

  run(sql: string): void {
    this.database.exec(sql);
  }

  prepare(sql: string) {
    const statement = this.database.prepare(sql);
    return {
      run: (values: SqlValue[]) => statement.run(values),
      free: () => statement.finalize(),
    };
  }

  dispose(): void {
    this.database.close();
  }
}

import initSqlJs, { type Database, type SqlJsStatic, type SqlValue, type Statement } from 'sql.js';
import type { DatabaseFile } from '../shared/databaseFile';

export type { Database, SqlJsStatic, SqlValue, Statement };

/** Loads SQLite (sql.js) from the bytes of its WASM file: no path, so it runs in Node and in a browser worker. */
export function loadSqlite(wasm: Uint8Array): Promise<SqlJsStatic> {
  const { buffer, byteOffset, byteLength } = wasm;
  return initSqlJs({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
}

/** Opens a database of which nothing is written; nobody else writes it either, so it is not looked at again for each statement. */
export function openReadOnly(sqlite: SqlJsStatic, file: DatabaseFile): Database {
  // Said to be an array of bytes; what is used of it is what `DatabaseFile` has.
  const database = new sqlite.Database(file as Uint8Array);
  database.run('PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -8000');
  return database;
}

/** Runs one statement and frees it. Rows are arrays in the order of the columns. */
export function queryAll(database: Database, sql: string, values: readonly SqlValue[] = []): SqlValue[][] {
  const statement = database.prepare(sql);
  try {
    statement.bind([...values]);
    const rows: SqlValue[][] = [];
    while (statement.step()) rows.push(statement.get());
    return rows;
  } finally {
    statement.free();
  }
}

/** The first row of a prepared statement that stays prepared, or null. */
export function firstRow(statement: Statement, values: readonly SqlValue[]): SqlValue[] | null {
  try {
    statement.bind([...values]);
    return statement.step() ? statement.get() : null;
  } finally {
    statement.reset();
  }
}

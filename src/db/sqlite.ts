import initSqlJs, { type Database, type SqlJsStatic, type SqlValue, type Statement } from 'sql.js';

export type { Database, SqlJsStatic, SqlValue, Statement };

/** Loads SQLite (sql.js) from the bytes of its WASM file: no path, so it runs in Node and in a browser worker. */
export function loadSqlite(wasm: Uint8Array): Promise<SqlJsStatic> {
  const { buffer, byteOffset, byteLength } = wasm;
  return initSqlJs({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
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

/** What a file is that a user wants to import. */
import { open } from 'node:fs/promises';
import { flawOf } from '../../db/open';
import { type Database, openReadOnly, queryAll, type SqlJsStatic } from '../../db/sqlite';
import type { DatabaseFile } from '../../shared/databaseFile';
import { type Message, message } from '../../shared/message';

const magic = 'SQLite format 3\0';

/** What the first bytes of a file show. */
export interface Look {
  readonly isDatabase: boolean;
  /** The first bytes. */
  readonly start: Uint8Array;
  readonly size: number;
}

export async function lookAt(file: string): Promise<Look> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0);
    const start = buffer.subarray(0, bytesRead);
    return { isDatabase: start.toString('latin1').startsWith(magic), start, size };
  } finally {
    await handle.close();
  }
}

/** Whether it has the tables of a catalogue, of whatever version. */
export function isCatalogue(sqlite: SqlJsStatic, file: DatabaseFile): boolean {
  let database: Database | undefined;
  try {
    database = openReadOnly(sqlite, file);
    const sql = "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'text', 'model', 'alias')";
    return queryAll(database, sql)[0]?.[0] === 4;
  } catch {
    // A damaged one: whoever opens it says what is wrong.
    return true;
  } finally {
    database?.close();
    file.close?.();
  }
}

/** The kind of a text file by its name. */
export function kindOf(file: string): string | null {
  if (/\.(?:jsonl|ndjson)(?:\.(?:gz|xz|zst))?$/i.test(file)) return 'listing';
  return /\.json$/i.test(file) ? 'cards' : null;
}

export function notReadable(file: string, { start, size }: Look): Message {
  const flaw = /\.(?:sqlite3?|db)$/i.test(file) ? flawOf(start, size) : null;
  return flaw ?? message('it is no catalogue, no PeaTMOSS.db and no listing of the hub');
}

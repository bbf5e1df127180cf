import { type Message, message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import { Catalogue } from './catalogue';
import type { CatalogueMeta } from './read';
import { schemaVersion } from './schema';
import { type Database, queryAll, type SqlJsStatic } from './sqlite';

/** Reads the search index of a catalogue when it is first needed; null where there is none. */
export type IndexReader = () => Uint8Array | null;

/**
 * Opens a catalogue from its bytes.
 * @returns the catalogue (dispose it: it holds WASM memory), or what these bytes are instead: empty, no database, cut off,
 * another database, of another version, damaged
 */
export function openCatalogue(
  sqlite: SqlJsStatic,
  bytes: Uint8Array,
  readIndex?: IndexReader,
): Result<Catalogue> {
  const flaw = flawOf(bytes);
  if (flaw) return failure(flaw);
  let database: Database | undefined;
  try {
    database = new sqlite.Database(bytes);
    const opened = openDatabase(database, readIndex);
    if (!opened.ok) database.close();
    return opened;
  } catch (error) {
    database?.close();
    return failure(message('it is damaged ({0})', error instanceof Error ? error.message : String(error)));
  }
}

function openDatabase(database: Database, readIndex: IndexReader | undefined): Result<Catalogue> {
  const tables = new Set(queryAll(database, 'SELECT name FROM sqlite_master').map(([name]) => name));
  if (!tables.has('meta') || !tables.has('model')) {
    return failure(message('it is a database, but not a catalogue'));
  }
  const info = queryAll(database, "SELECT value FROM meta WHERE name = 'info'")[0]?.[0];
  if (typeof info !== 'string') return failure(message('it is a database, but not a catalogue'));
  const meta = JSON.parse(info) as CatalogueMeta;
  if (meta.schema === schemaVersion) return ok(new Catalogue(database, meta, readIndex));
  return failure(message('its version is {0}, this program reads version {1}', meta.schema, schemaVersion));
}

/** The first bytes of every SQLite file, its NUL aside. */
const magic = 'SQLite format 3';
const headerLength = 100;

/**
 * What the file's header shows without asking SQLite, which would find a cut-off page only when it is read.
 * @param start the file, or its first 100 bytes
 */
export function flawOf(start: Uint8Array, size = start.length): Message | null {
  if (size === 0) return message('it is empty');
  if (String.fromCharCode(...start.subarray(0, magic.length)) !== magic) {
    return message('it is not an SQLite database, or it is encrypted');
  }
  if (start.length < headerLength) return message('it is cut off');
  const header = new DataView(start.buffer, start.byteOffset, headerLength);
  const pageSize = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16);
  const expected = pageSize * header.getUint32(28);
  if (size >= expected) return null;
  return message('it is cut off: {0} of {1} bytes', size, expected);
}

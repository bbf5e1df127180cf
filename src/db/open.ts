import type { DatabaseFile, IndexReader } from '../shared/databaseFile';
import { type Message, message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import { Catalogue } from './catalogue';
import type { CatalogueMeta } from './read';
import { schemaVersion } from './schema';
import { type Database, openReadOnly, queryAll, type SqlJsStatic } from './sqlite';

/**
 * Opens a catalogue; the file is the catalogue's from then on, and is closed where it is none.
 * @returns the catalogue (dispose it: it holds WASM memory), or what the file is instead: empty, no database, cut off,
 * another database, of another version, damaged
 */
export function openCatalogue(
  sqlite: SqlJsStatic,
  file: DatabaseFile,
  readIndex: IndexReader = () => null,
): Result<Catalogue> {
  const opened = openFile(sqlite, file, readIndex);
  if (!opened.ok) file.close?.();
  return opened;
}

function openFile(sqlite: SqlJsStatic, file: DatabaseFile, readIndex: IndexReader): Result<Catalogue> {
  const flaw = flawOf(file.subarray(0, Math.min(headerLength, file.length)), file.length);
  if (flaw) return failure(flaw);
  let database: Database | undefined;
  try {
    database = openReadOnly(sqlite, file);
    const meta = metaOf(database);
    if (meta.ok) return ok(new Catalogue({ database, file, meta: meta.value, readIndex }));
    database.close();
    return meta;
  } catch (error) {
    database?.close();
    return failure(message('it is damaged ({0})', error instanceof Error ? error.message : String(error)));
  }
}

function metaOf(database: Database): Result<CatalogueMeta> {
  const tables = new Set(queryAll(database, 'SELECT name FROM sqlite_master').map(([name]) => name));
  if (!tables.has('meta') || !tables.has('model')) {
    return failure(message('it is a database, but not a catalogue'));
  }
  const info = queryAll(database, "SELECT value FROM meta WHERE name = 'info'")[0]?.[0];
  if (typeof info !== 'string') return failure(message('it is a database, but not a catalogue'));
  const meta = JSON.parse(info) as CatalogueMeta;
  if (meta.schema === schemaVersion) return ok(meta);
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

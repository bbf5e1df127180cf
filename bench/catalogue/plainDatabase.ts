import { Database } from 'node-sqlite3-wasm';

type Value = string | number | null;
type Row = Readonly<Record<string, unknown>>;

/** As little of a database library as the bench needs. A prepared statement answers its rows. */
export interface PlainDatabase {
  exec(sql: string): void;
  prepare(sql: string): (values: Value[]) => Row[];
  close(): void;
}

/** What is used of better-sqlite3, which is native code and no dependency of this project. */
interface BetterSqlite {
  new (file: string): {
    exec(sql: string): void;
    prepare(sql: string): {
      readonly reader: boolean;
      all(values: Value[]): Row[];
      run(values: Value[]): void;
    };
    close(): void;
  };
}

/** The library that is there. */
export function openPlain(require: NodeJS.Require, file: string): PlainDatabase {
  const folder = process.env['BETTER_SQLITE3'];
  return folder ? openNative(require(folder) as BetterSqlite, file) : openWasm(file);
}

function openNative(Library: BetterSqlite, file: string): PlainDatabase {
  const database = new Library(file);
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return (values) => {
        if (statement.reader) return statement.all(values);
        statement.run(values);
        return [];
      };
    },
    close: () => database.close(),
  };
}

function openWasm(file: string): PlainDatabase {
  const database = new Database(file);
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return /^\s*SELECT/i.test(sql)
        ? (values) => statement.all(values)
        : (values) => {
            statement.run(values);
            return [];
          };
    },
    close: () => database.close(),
  };
}

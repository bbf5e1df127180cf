/** Starts the table of a library, with its test and the index. `npm run new:signature -- NAME`. */
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableFile, writeIndex } from './tables';
import { table, tableName, test } from './template';

const library = process.argv[2];
if (library === undefined || !/^[A-Za-z][\w.-]*$/.test(library)) {
  console.error('npm run new:signature -- NAME: the name of a library, such as sentence-transformers');
  process.exitCode = 2;
} else {
  start(library);
}

function start(name: string): void {
  const file = tableFile(tableName(name));
  const testFile = fileURLToPath(
    new URL(`../../test/unit/signatures/${tableName(name)}.test.ts`, import.meta.url),
  );
  if (existsSync(file)) {
    console.error(`${file} is there already`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, table(name));
  writeFileSync(testFile, test(name));
  void writeIndex().then(() => {
    console.log(`Fill in ${file}\nand ${testFile},\nthen run npm run docs:signatures.`);
  });
}

/** The folder of signature tables, as the scripts and the freshness tests see it. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const folder = fileURLToPath(new URL('../../src/analyzer/signatures/', import.meta.url));

export const indexFile = join(folder, 'families.ts');

/** Where the table of a family stands. */
export function tableFile(name: string): string {
  return join(folder, `${name}.ts`);
}

/** Names of the tables, sorted: every file of the folder but the index. */
export async function tableNames(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && name !== 'families.ts');
  return names.map((name) => name.slice(0, -'.ts'.length)).sort();
}

/** What the index must say. */
export async function indexText(): Promise<string> {
  const names = await tableNames();
  const lines = [
    '/** Every table of the folder. Written by `npm run index:signatures`. */',
    "import type { SignatureFamily } from '../signature';",
    ...names.map((name) => `import ${name} from './${name}';`),
    '',
    `export const families: readonly SignatureFamily[] = [${names.join(', ')}];`,
  ];
  return formatted(lines.join('\n'), indexFile);
}

/** `text` as prettier writes it in this project. */
export async function formatted(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** Makes the index say every table of the folder. */
export async function writeIndex(): Promise<void> {
  await writeFile(indexFile, await indexText());
}

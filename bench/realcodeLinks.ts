/** Which of the models that PeaTMOSS links to a repository a scan found, and where the others stand in its files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Report } from './realcodeTypes';

const textFiles = new Set([
  '.py',
  '.ipynb',
  '.sh',
  '.yaml',
  '.yml',
  '.json',
  '.toml',
  '.cfg',
  '.txt',
  '.md',
  '.js',
  '.ts',
]);
const maxBytes = 3_000_000;

/** One line of counts, then one for each linked id that was not found, with the places where its text occurs. */
export function linkReport(folder: string, report: Report, linksFile: string): string {
  const repository = basename(folder).replace('__', '/');
  const linked = linkedModels(linksFile, repository);
  if (linked.length === 0) return `  links: none for ${repository}`;
  const found = new Set(report.usages.flatMap(namesOf).map(plain));
  const lost = linked.filter((model) => !found.has(plain(model)));
  const texts = lost.length > 0 ? readTexts(folder) : [];
  const lines = lost.map((model) => `    ${model}: ${whereOf(model, texts)}`);
  const inCode = lines.filter((line) => !line.endsWith('not in the files')).length;
  const head = `  links: ${String(linked.length - lost.length)} of ${String(linked.length)} found; of the others ${String(inCode)} occur in the files`;
  return [head, ...lines].join('\n');
}

function linkedModels(file: string, repository: string): string[] {
  const rows = readFileSync(file, 'utf8').split(/\r?\n/);
  return rows.filter((row) => row.startsWith(`${repository},`)).map((row) => row.split(',')[1] ?? '');
}

function namesOf({ written, models, peatmoss }: Report['usages'][number]): string[] {
  return [...written, ...models, ...peatmoss].filter((name) => name !== null);
}

const plain = (id: string): string => id.toLowerCase();

interface NamedText {
  readonly path: string;
  readonly text: string;
}

function readTexts(folder: string, below = ''): NamedText[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return readTexts(folder, path);
    if (!entry.isFile() || !textFiles.has(extname(path)) || statSync(join(folder, path)).size > maxBytes)
      return [];
    return [{ path, text: readFileSync(join(folder, path), 'utf8').toLowerCase() }];
  });
}

/** The first places where the id, or its last part, stands between quotes. */
function whereOf(model: string, texts: readonly NamedText[]): string {
  const last = plain(model).split('/').at(-1) ?? '';
  for (const name of new Set([plain(model), last])) {
    const quoted = [`"${name}"`, `'${name}'`];
    const files = texts.filter(({ text }) => quoted.some((each) => text.includes(each)));
    if (files.length > 0) {
      const shown = files.slice(0, 4).map(({ path, text }) => `${path}:${String(lineOf(text, quoted))}`);
      return `"${name}" in ${String(files.length)} files: ${shown.join(', ')}`;
    }
  }
  return 'not in the files';
}

function lineOf(text: string, quoted: readonly string[]): number {
  const at = Math.min(...quoted.map((each) => text.indexOf(each)).filter((index) => index >= 0));
  return text.slice(0, at).split('\n').length;
}

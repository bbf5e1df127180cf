/**
 * `npm run bench:coverage -- FOLDER…`: how many of the distinct models that repositories load the default catalogue knows. Scans each
 * folder with `dist/cli.js`, prints Markdown, and at the end the ids that are missing in most repositories.
 */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

interface Report {
  readonly models: readonly { readonly id: string; readonly answer: string }[];
}

/** A model that one repository loads, and whether the catalogue has it. */
interface Loaded {
  readonly repository: string;
  readonly id: string;
  readonly known: boolean;
}

function loadedBy(folder: string): Loaded[] {
  const arguments_ = ['dist/cli.js', 'scan', folder, '--format', 'json', '--no-cache', '--jobs', '1'];
  const text = execFileSync(process.execPath, arguments_, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const { models } = JSON.parse(text) as Report;
  return models
    .filter(({ answer }) => answer !== 'local')
    .map(({ id, answer }) => ({ repository: basename(folder), id, known: answer !== 'not-in-catalog' }));
}

const distinct = (loaded: readonly Loaded[]) => new Map(loaded.map((one) => [one.id.toLowerCase(), one]));

function row(name: string, loaded: readonly Loaded[]): string {
  const ids = [...distinct(loaded).values()];
  const known = ids.filter((one) => one.known).length;
  const share = ids.length === 0 ? '' : `${((100 * known) / ids.length).toFixed(1)} %`;
  return `| ${name} | ${ids.length} | ${known} | ${share} |\n`;
}

function missing(loaded: readonly Loaded[]): string {
  const repositories = new Map<string, Set<string>>();
  for (const { id, repository, known } of loaded) {
    if (known) continue;
    repositories.set(id, (repositories.get(id) ?? new Set()).add(repository));
  }
  const rows = [...repositories].sort(([, a], [, b]) => b.size - a.size);
  return rows.map(([id, { size }]) => `${size} ${JSON.stringify(id)}\n`).join('');
}

const { stdout } = process;
stdout.write('| repository | distinct ids | in the catalogue | share |\n| - | - | - | - |\n');
const all = process.argv.slice(2).flatMap((folder) => {
  const loaded = loadedBy(folder);
  stdout.write(row(basename(folder), loaded));
  return loaded;
});
stdout.write(`${row('all', all)}\nmissing, with the number of repositories:\n${missing(all)}`);

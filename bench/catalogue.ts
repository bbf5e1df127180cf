/**
 * `npm run bench:catalogue [-- KIND:PATH…]`: builds a catalogue of each source (the text tables of `data/` when none is named), opens it
 * and asks it, each beside a plain SQLite table of the same source in the same run (`catalogue/plain.ts`). Prints Markdown. The two big
 * inputs: `peatmoss:FILE` of `tsx bench/synthetic/peatmoss.ts FILE`, and `listing:FILE`, the hub's listing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, makeBuildFolder } from '../scripts/catalogue/buildFolder';
import { indexPath } from '../src/platform/node/indexFile';
import { loadCatalogue } from '../src/platform/node/catalogueFile';
import type { Answers, Effort, Questions } from './catalogue/measure';

interface Figures {
  readonly built: Effort & { readonly models: number };
  readonly answers: Answers;
  readonly bytes: number;
  readonly indexBytes: number;
  readonly plainBuilt: Effort;
  readonly plain: Answers;
  readonly plainBytes: number;
}

async function figuresOf(folder: string, from: string): Promise<Figures> {
  const run = (program: string, ...args: string[]) => {
    const text = execFileSync(process.execPath, [join(folder, `${program}.js`), ...args], {
      encoding: 'utf8',
    });
    return JSON.parse(text) as unknown;
  };
  const [file, plainFile, asked] = ['made.sqlite', 'plain.sqlite', 'questions.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const built = run('ours', 'build', from, file) as Figures['built'];
  const plainBuilt = run('plain', 'build', from, plainFile) as Effort;
  writeFileSync(asked, JSON.stringify(await questionsOf(folder, file)));
  return {
    built,
    plainBuilt,
    answers: run('ours', 'ask', file, asked) as Answers,
    plain: run('plain', 'ask', plainFile, asked) as Answers,
    bytes: statSync(file).size,
    indexBytes: statSync(indexPath(file)).size,
    plainBytes: statSync(plainFile).size,
  };
}

/** Ids in the order of their hashes, so from everywhere; mistyped by a character left out and one changed; beginnings of names and owners. */
async function questionsOf(folder: string, file: string): Promise<Questions> {
  const opened = await loadCatalogue(folder, file);
  if (!opened.ok) throw new Error('the catalogue does not open');
  const answer = opened.value.query("SELECT id FROM models WHERE hub = 'huggingface' AND length(id) > 12", {
    maxRows: 10_000,
  });
  if (!answer.ok) throw new Error('the catalogue does not answer');
  const ids = answer.value.rows.map(([id]) => String(id));
  const some = ids.slice(0, 20);
  return {
    ids,
    mistyped: some.map((id, at) => `${id.slice(0, 5 + (at % 5))}${id.slice(6 + (at % 5), -1)}q`),
    prefixes: some.flatMap((id) => [id.slice(0, 4), id.slice(id.indexOf('/') + 1).slice(0, 3)]),
  };
}

function table(from: string, figures: Figures): string {
  const { built, plainBuilt, answers, plain, bytes, indexBytes, plainBytes } = figures;
  const large = built.models > 300_000;
  const rate = (effort: Effort) => Math.round(built.models / (effort.wallMs / 1000)).toLocaleString('en');
  const ms = (value: number) => `${value.toPrecision(3)} ms`;
  const mb = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const rows = [
    ['catalogue', large ? '80 MB' : '30 MB', mb(bytes), mb(plainBytes)],
    ['search index', large ? '50 MB' : '20 MB', mb(indexBytes), 'in the file'],
    ['open', large ? '120 ms' : '50 ms', ms(answers.openMs), ms(plain.openMs)],
    ['look-up, p50', '', ms(answers.lookup.p50), ms(plain.lookup.p50)],
    ['look-up, p99', '0.2 ms', ms(answers.lookup.p99), ms(plain.lookup.p99)],
    ['did you mean, p50', '30 ms', ms(answers.near.p50), ms(plain.near.p50)],
    ['did you mean, worst', '30 ms', ms(answers.near.max), ms(plain.near.max)],
    ['completion, p50', '10 ms', ms(answers.complete.p50), ms(plain.complete.p50)],
    ['completion, worst', '10 ms', ms(answers.complete.max), ms(plain.complete.max)],
    ['growth of memory', '', `${answers.growthMB.toFixed(0)} MB`, `${plain.growthMB.toFixed(0)} MB`],
    ['build, on the wall', '', seconds(built.wallMs), seconds(plainBuilt.wallMs)],
    ['build, processor time', '', seconds(built.cpuMs), seconds(plainBuilt.cpuMs)],
    ['build, models a second', '50,000', rate(built), rate(plainBuilt)],
    ['build, peak memory', '400 MB', `${built.peakMB.toFixed(0)} MB`, `${plainBuilt.peakMB.toFixed(0)} MB`],
  ];
  const head = `\n${from}: ${built.models.toLocaleString('en')} models\n\n`;
  const lines = [['what', 'budget', 'PTM Lens', 'plain table'], ['-', '-', '-', '-'], ...rows];
  return `${head}${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

async function main(): Promise<void> {
  const sources = process.argv.length > 2 ? process.argv.slice(2) : ['tables:data'];
  const folder = mkdtempSync(join(tmpdir(), 'ptm-lens-bench-'));
  try {
    await makeBuildFolder(folder, []);
    for (const program of ['ours', 'plain'])
      await bundle(join(__dirname, `catalogue/${program}.ts`), join(folder, `${program}.js`));
    for (const from of sources) process.stdout.write(table(from, await figuresOf(folder, from)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});

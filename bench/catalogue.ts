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
import {
  type Answers,
  type Asked,
  asked,
  type Effort,
  type Installed,
  type Questions,
  type Times,
} from './catalogue/measure';

interface Figures {
  readonly built: Effort & { readonly models: number };
  readonly answers: Answers;
  readonly installed: Installed;
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
  const [file = '', plainFile = '', questionFile = '', fewFile = ''] = [
    ...['made.sqlite', 'plain.sqlite', 'questions.json', 'few.json'],
  ].map((name) => join(folder, name));
  const built = run('ours', 'build', from, file) as Figures['built'];
  const plainBuilt = run('plain', 'build', from, plainFile) as Effort;
  const questions = await questionsOf(folder, file);
  const few = Object.fromEntries(asked.map((kind) => [kind, questions[kind].slice(0, plainCounts[kind])]));
  writeFileSync(questionFile, JSON.stringify(questions));
  writeFileSync(fewFile, JSON.stringify(few));
  return {
    built,
    plainBuilt,
    answers: run('ours', 'ask', file, questionFile) as Answers,
    installed: run('ours', 'install', file) as Installed,
    plain: run('plain', 'ask', plainFile, fewFile) as Answers,
    bytes: statSync(file).size,
    indexBytes: statSync(indexPath(file)).size,
    plainBytes: statSync(plainFile).size,
  };
}

/** How many of each kind are asked; the plain table reads all its rows for most, and is asked fewer of those. */
const counts = { lookup: 10_000, missing: 10_000, near: 200, nearNames: 200, complete: 200 } as const;
const plainCounts = { ...counts, near: 10, nearNames: 10, complete: 10 } as const;

/** Ids from everywhere; some with a character changed for another place's and one left out; beginnings of names and owners. */
async function questionsOf(folder: string, file: string): Promise<Questions> {
  const opened = await loadCatalogue(folder, file);
  if (!opened.ok) throw new Error('the catalogue does not open');
  const sql = "SELECT id FROM models WHERE hub = 'huggingface' AND length(id) > 12";
  const answer = opened.value.query(sql, { maxRows: 10_000_000 });
  opened.value.dispose();
  if (!answer.ok) throw new Error('the catalogue does not answer');
  const { rows } = answer.value;
  const ids = Array.from({ length: counts.lookup }, (_, at) => String(rows[(at * 7919) % rows.length]?.[0]));
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1));
  const slips = (text: string, at: number) =>
    `${text.slice(0, 5 + (at % 5))}${text.slice(6 + (at % 5), -1)}q`;
  const slip = (text: string, at: number) => `${text.slice(0, 2 + (at % 4))}${text.slice(3 + (at % 4))}`;
  return {
    lookup: ids,
    missing: ids.map((id) => `${id}-missing`),
    near: ids.slice(0, counts.near).map(slips),
    nearNames: names
      .filter((name) => name.length > 6)
      .slice(0, counts.nearNames)
      .map(slip),
    complete: ids.slice(0, counts.complete).map((id, at) => (names[at] ?? id).slice(0, 1 + (at % 6))),
  };
}

function table(from: string, figures: Figures): string {
  const { built, plainBuilt, answers, installed, plain, bytes, indexBytes, plainBytes } = figures;
  const large = built.models > 300_000;
  const rate = (effort: Effort) => Math.round(built.models / (effort.wallMs / 1000)).toLocaleString('en');
  const mb = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
  const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
  const rows = [
    ['catalogue', large ? '80 MB' : '30 MB', mb(bytes), mb(plainBytes)],
    ['search index', large ? '50 MB' : '20 MB', mb(indexBytes), 'in the file'],
    ['open', large ? '120 ms' : '50 ms', timesText(answers.open), timesText(plain.open)],
    ...asked.map((kind) => [
      names[kind],
      budgets[kind],
      timesText(answers.times[kind]),
      timesText(plain.times[kind]),
    ]),
    ...asked.map((kind) => [`the first ${names[kind]}`, '', ms(answers.first[kind]), ms(plain.first[kind])]),
    ['growth of memory', '120 MB', `${answers.growthMB.toFixed(0)} MB`, `${plain.growthMB.toFixed(0)} MB`],
    ...(['imported', 'opened', 'searched'] as const).map((step) => [
      `longest block of an editor: ${step}`,
      '50 ms',
      `${digits(installed[step].cpuMs)} ms; wall ${digits(installed[step].wallMs)}`,
      '',
    ]),
    ['build, on the wall', '', seconds(built.wallMs), seconds(plainBuilt.wallMs)],
    ['build, processor time', '', seconds(built.cpuMs), seconds(plainBuilt.cpuMs)],
    ['build, models a second', '50,000', rate(built), rate(plainBuilt)],
    ['build, peak memory', '400 MB', `${built.peakMB.toFixed(0)} MB`, `${plainBuilt.peakMB.toFixed(0)} MB`],
  ];
  const head = `\n${from}: ${built.models.toLocaleString('en')} models\n\n`;
  const lines = [['what', 'budget', 'PTM Lens', 'plain table'], ['-', '-', '-', '-'], ...rows];
  return `${head}${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

const names: Readonly<Record<Asked, string>> = {
  lookup: 'look-up',
  missing: 'look-up of what is not there',
  near: 'did you mean, of an id',
  nearNames: 'did you mean, of a name alone',
  complete: 'completion',
};

const budgets: Readonly<Record<Asked, string>> = {
  lookup: '0.2 ms at p99',
  missing: '0.2 ms at p99',
  near: '30 ms',
  nearNames: '30 ms',
  complete: '10 ms',
};

/** Processor time: least, median, 99th of 100, most; on the wall the median. */
function timesText({ cpu, wall }: Times): string {
  return `${[cpu.least, cpu.p50, cpu.p99, cpu.max].map(digits).join(', ')} ms; wall ${digits(wall.p50)}`;
}

const digits = (value: number) => value.toPrecision(2);
const ms = (value: number) => `${digits(value)} ms`;

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

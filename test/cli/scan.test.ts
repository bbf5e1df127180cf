/** `ptm-lens scan` as a program: the example workspace, the JSON contract of DESIGN section 8, exit codes, bad input. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loading, testFolder } from './folder';
import { example, run } from './run';

interface Report {
  readonly projectLicense: string | null;
  readonly files: { readonly scanned: number; readonly skipped: readonly { file: string; reason: string }[] };
  readonly usages: readonly Row[];
  readonly models: readonly { id: string; answer: string; license: string | null; usages: number }[];
  readonly findings: readonly { rule: string; severity: string; file: string; line: number; model: string }[];
}

interface Row {
  readonly file: string;
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly loader: string;
  readonly part: string;
  readonly resolution: string;
  readonly implicit: boolean;
  readonly written: readonly string[];
  readonly ids: readonly ({
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    file: string;
  } | null)[];
  readonly models: readonly (string | null)[];
  readonly peatmoss: readonly (string | null)[];
  readonly judgements: readonly (string | null)[];
  readonly reason: string | null;
}

function scan(folder: string): Report {
  const { status, stdout, stderr } = run('scan', folder, '--format', 'json');
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Report;
}

describe('scanning the example workspace', () => {
  let report: Report;
  const of = (file: string) => report.usages.filter((usage) => usage.file === `src/support_bot/${file}`);

  before(() => {
    report = scan(example);
  });

  it('names the project licence', () => assert.equal(report.projectLicense, 'Apache-2.0'));

  it('finds an id in a constant of another module, behind a parameter default', () => {
    const [embedder] = of('retrieval.py').filter(({ loader }) => loader.endsWith('SentenceTransformer'));
    assert.deepEqual(embedder?.written, ['all-MiniLM-L6-v2']);
    assert.deepEqual(embedder?.models, ['sentence-transformers/all-MiniLM-L6-v2']);
    assert.equal(embedder?.ids[0]?.file, 'src/support_bot/settings.py');
  });

  it('finds the values of a dictionary as alternatives', () => {
    const [sentiment] = of('mails.py').filter(({ resolution }) => resolution === 'ambiguous');
    assert.deepEqual([...(sentiment?.written ?? [])].sort(), [
      'distilbert-base-uncased-finetuned-sst-2-english',
      'finiteautomata/beto-sentiment-analysis',
      'nlptown/bert-base-multilingual-uncased-sentiment',
    ]);
  });

  it('names the model that a pipeline takes by default', () => {
    const [summary] = of('mails.py').filter(({ implicit }) => implicit);
    assert.deepEqual([summary?.written, summary?.models], [[], ['sshleifer/distilbart-cnn-12-6']]);
  });

  it('keeps an argument without a default as unresolved, with the flag in the reason', () => {
    const [teacher] = of('drafting.py').filter(({ resolution }) => resolution === 'unresolved');
    assert.match(teacher?.reason ?? '', /--teacher/);
  });

  it('tells a folder of the project from a model of the hub', () => {
    const [local] = of('drafting.py').filter(({ resolution }) => resolution === 'local');
    assert.deepEqual([local?.written, local?.models], [['./checkpoints/drafter'], [null]]);
  });

  it('takes weights=None for no usage', () => {
    assert.deepEqual(
      of('forms.py')
        .filter(({ loader }) => loader.endsWith('resnet50'))
        .map(({ written }) => written),
      [['resnet50']],
    );
  });

  it('finds what a loop over a list of another notebook cell loads', () => {
    const cells = report.usages.filter(({ file }) => file === 'notebooks/embedders.ipynb');
    assert.deepEqual([...new Set(cells.map(({ cell }) => cell))], [3]);
    assert.equal(
      cells.every(({ written }) => written.length === 3),
      true,
    );
  });

  it('reports each kind of licence finding', () => {
    const rules = new Set(report.findings.map(({ rule }) => rule));
    for (const rule of [
      'license-incompatible',
      'license-noncommercial',
      'license-restricted',
      'license-missing',
    ]) {
      assert.ok(rules.has(rule), `no ${rule}`);
    }
  });

  it('keeps the arrays of a usage parallel, and its places on the characters of the id', () => {
    assert.ok(report.usages.length > 15);
    for (const usage of report.usages) {
      const named = usage.implicit ? 1 : usage.written.length;
      assert.deepEqual(
        [usage.models.length, usage.peatmoss.length, usage.judgements.length],
        [named, named, named],
      );
      assert.equal(usage.ids.length, usage.written.length);
      usage.ids.forEach((place, index) => {
        if (!place || place.file.endsWith('.ipynb')) return;
        const line = readFileSync(join(example, place.file), 'utf8').split('\n')[place.line - 1] ?? '';
        assert.equal(line.slice(place.column - 1, place.endColumn - 1), usage.written[index]);
      });
    }
  });

  it('prints the same bytes again, from the cache and without it', () => {
    const first = run('scan', example, '--format', 'json').stdout;
    assert.equal(run('scan', example, '--format', 'json').stdout, first);
    assert.equal(run('scan', example, '--format', 'json', '--no-cache', '--jobs', '1').stdout, first);
  });

  it('prints a table for people', () => {
    const { stdout, status } = run('scan', example);
    assert.equal(status, 0);
    assert.match(stdout, /openai-community\/gpt2/);
    assert.match(stdout, /usages of \d+ models/);
  });
});

describe('exit codes and outputs', () => {
  const folder = testFolder();
  const { inside } = folder;

  it('is 0 whatever is found, and 1 only when asked to fail', () => {
    assert.equal(run('scan', example).status, 0);
    assert.equal(run('scan', example, '--fail-on', 'warning').status, 1);
    assert.equal(run('scan', example, '--fail-on', 'license-noncommercial').status, 1);
    assert.equal(run('scan', folder.path, '--fail-on', 'hint').status, 0);
  });

  it('is 2, with a sentence, for what cannot be done', () => {
    const wrong: readonly (readonly [RegExp, ...string[]])[] = [
      [/no such file/, 'scan', inside('missing')],
      [/neither a severity/, 'scan', folder.path, '--fail-on', 'nonsense'],
      [/Allowed choices/, 'scan', folder.path, '--format', 'xml'],
      ...['0', '-1', 'abc', '1.5', ''].map(
        (jobs) => [/whole number/, 'scan', folder.path, '--jobs', jobs] as const,
      ),
      [/said twice/, 'scan', folder.path, '--output', 'a.json', '--output', 'a.json'],
      [/each needs the other/, 'scan', folder.path, '--format', 'json', '--format', 'csv'],
      [/two projects/, 'scan', folder.path, example, '--format', 'json'],
      [/only one of the two/, 'diff', '-', '-'],
      [/cannot write/, 'scan', folder.path, '--output', inside('no/such/folder/x.json')],
      [/no catalogue at/, 'scan', folder.path, '--catalog', inside('missing.sqlite')],
      [/unknown option/, 'scan', folder.path, '--colour'],
    ];
    for (const [expected, ...args] of wrong) {
      const { status, stderr } = run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, expected);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
  });

  it('names a catalogue that is damaged', () => {
    const file = inside('damaged.sqlite');
    writeFileSync(file, 'SQLite format 3\0 and then nothing');
    const { status, stderr } = run('scan', folder.path, '--catalog', file);
    assert.equal(status, 2);
    assert.match(stderr, /damaged\.sqlite/);
  });

  it('writes a whole file or none', () => {
    const output = inside('inventory.json');
    assert.equal(run('scan', example, '--format', 'json', '--output', output).status, 0);
    assert.ok((JSON.parse(readFileSync(output, 'utf8')) as Report).usages.length > 0);
    assert.deepEqual(readdirSync(folder.path), ['inventory.json']);
  });

  it('reports bad files by name and goes on', () => {
    mkdirSync(inside('code'));
    const good = loading('bert-base-cased');
    inside('code/good.py', good);
    writeFileSync(
      inside('code/latin.py'),
      Buffer.concat([Buffer.from(good), Buffer.from([0x23, 0xe9, 0x0a])]),
    );
    inside('code/broken.ipynb', '{"cells": [{"from_pretrained": ');
    inside('code/unclosed.py', `${good}def broken(:\n    return (\n`);
    inside('code/empty.py', '');
    writeFileSync(inside('code/huge.py'), Buffer.concat([Buffer.from(good), Buffer.alloc(50_000_001, '#')]));
    const report = scan(folder.path);
    const reasons = new Map(report.files.skipped.map(({ file, reason }) => [file, reason]));
    assert.match(reasons.get('code/latin.py') ?? '', /not valid UTF-8/);
    assert.match(reasons.get('code/broken.ipynb') ?? '', /notebook/i);
    assert.match(reasons.get('code/huge.py') ?? '', /too large/);
    assert.ok(reasons.has('code/unclosed.py'));
    assert.deepEqual(report.usages.map(({ file }) => file).sort(), [
      'code/good.py',
      'code/latin.py',
      'code/unclosed.py',
    ]);
  });

  it('finds a loader that another module hands on under a name of its own', () => {
    inside(
      'models.py',
      'from sentence_transformers import SentenceTransformer\nclass Embedder(SentenceTransformer):\n    pass\n',
    );
    inside('again.py', 'from models import Embedder as Again\n');
    inside('use.py', 'from again import Again\nencoder = Again("all-MiniLM-L6-v2")\n');
    const [usage] = scan(folder.path).usages;
    assert.deepEqual([usage?.file, usage?.written], ['use.py', ['all-MiniLM-L6-v2']]);
  });

  it('leaves nothing in the scanned folder', () => {
    inside('a.py', loading('gpt2'));
    scan(folder.path);
    assert.deepEqual(readdirSync(folder.path), ['a.py']);
    assert.equal(existsSync(inside('.ptm-lens')), false);
  });
});

describe('the other commands', () => {
  it('catalog info counts what is known', () => {
    const info = JSON.parse(run('catalog', 'info', '--format', 'json').stdout) as Record<string, number>;
    for (const fact of ['models', 'licenses', 'downloads', 'tasks'])
      assert.ok((info[fact] ?? 0) > 10_000, fact);
  });

  it('model follows a moved id', () => {
    const found = JSON.parse(run('model', 'bert-base-uncased', '--format', 'json').stdout) as {
      record: { id: string };
    };
    assert.equal(found.record.id, 'google-bert/bert-base-uncased');
  });

  it('license judges two licences', () => {
    const judged = JSON.parse(
      run('license', 'gpl-3.0', 'MIT', '--relation', 'bundled', '--format', 'json').stdout,
    ) as { judgement: string };
    assert.equal(judged.judgement, 'incompatible');
  });

  it('search finds ids by their words', () => {
    const hits = JSON.parse(run('search', 'minilm', '--limit', '3', '--format', 'json').stdout) as {
      id: string;
    }[];
    assert.equal(hits.length, 3);
  });
});

/** Which files a scan covers: paths as programs print them, files of one project, folders within a work tree. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { loading, testFolder } from './folder';
import { example, run, runAt } from './run';

interface Record {
  readonly root: string;
  readonly projectLicense: string | null;
  readonly usages: readonly { readonly file: string; readonly models: readonly string[] }[];
}

const records = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record);
const filesOf = (stdout: string) => records(stdout).map(({ usages }) => usages.map(({ file }) => file));

describe('paths on stdin', () => {
  const folder = testFolder();
  const { inside } = folder;
  const ndjson = ['scan', '-', '--format', 'ndjson'];

  it('are names to the last character: spaces, #, line ends of Windows', () => {
    for (const name of [' a.py', '#b.py', 'c d.py']) inside(name, loading('gpt2'));
    const { status, stdout, stderr } = runAt(
      { cwd: folder.path, input: ' a.py\n#b.py\r\nc d.py' },
      ...ndjson,
    );
    assert.equal(status, 0, stderr);
    assert.deepEqual(filesOf(stdout), [[' a.py', '#b.py', 'c d.py']]);
  });

  it('may end with NUL, and then hold line ends', () => {
    inside('a\nb.py', loading('gpt2'));
    inside('c.py', loading('gpt2'));
    const place = { cwd: folder.path, input: 'a\nb.py\0c.py\0' };
    assert.deepEqual(filesOf(runAt(place, ...ndjson, '--null').stdout), [['a\nb.py', 'c.py']]);
    const { status, stderr } = runAt(place, ...ndjson);
    assert.equal(status, 2);
    assert.match(stderr, /say --null/);
  });

  it('may be none', () =>
    assert.deepEqual(runAt({ input: '' }, ...ndjson), { status: 0, stdout: '', stderr: '' }));
});

describe('files of a project', () => {
  const folder = testFolder();
  const { inside } = folder;

  beforeEach(() => {
    cpSync(join(example, 'LICENSE'), inside('LICENSE'));
    inside('src/ids.py', 'MODEL = "microsoft/layoutlmv3-base"\n');
    inside('src/app/a.py', loading('gpt2'));
    inside(
      'src/app/b.py',
      'from transformers import AutoModel\nfrom src.ids import MODEL\nAutoModel.from_pretrained(MODEL)\n',
    );
    execFileSync('git', ['init', '--quiet', folder.path]);
  });

  const scan = (...args: string[]) => runAt({ cwd: folder.path }, 'scan', ...args);

  it('are answered as in a scan of the whole: its licence, its other modules', () => {
    const { stdout } = scan('src/app/b.py', '--format', 'json');
    const [report] = records(JSON.stringify(JSON.parse(stdout)));
    assert.equal(report?.projectLicense, 'Apache-2.0');
    assert.deepEqual(
      report.usages.map(({ file, models }) => [file, ...models]),
      [['src/app/b.py', 'microsoft/layoutlmv3-base']],
    );
  });

  it('make one report, in every format, and fail like one', () => {
    const both = ['src/app/a.py', 'src/app/b.py'];
    const { stdout } = scan(...both, '--format', 'sarif');
    const found = (JSON.parse(stdout) as Log).runs[0]?.results?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    assert.deepEqual(new Set(found), new Set(['src/app/a.py', 'src/ids.py']));
    assert.equal(scan(...both, '--fail-on', 'license-noncommercial').status, 1);
    assert.equal(scan('src/app/a.py', '--fail-on', 'license-noncommercial').status, 0);
    const baseline = inside('known.json');
    assert.equal(scan(...both, '--write-baseline', baseline).status, 0);
    assert.equal(scan(...both, '--fail-on', 'license-noncommercial', '--baseline', baseline).status, 0);
  });

  it('are scanned without those that are gone, which are said', () => {
    rmSync(inside('src/app/a.py'));
    const { status, stdout, stderr } = scan('src/app/a.py', 'src/app/b.py', '--format', 'ndjson');
    assert.equal(status, 2);
    assert.match(stderr, /src\/app\/a\.py: no such file/);
    assert.deepEqual(filesOf(stdout), [['src/app/b.py']]);
  });

  it('of two projects are two records, and no single report', () => {
    const other = join(example, 'src/support_bot/forms.py');
    assert.equal(records(scan('src/app/a.py', other, '--format', 'ndjson').stdout).length, 2);
    const { status, stdout, stderr } = scan('src/app/a.py', other, '--format', 'json');
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /two projects/);
  });

  it('are where the repository has them, also in the SARIF of a folder', () => {
    const log = JSON.parse(scan('src/app', '--format', 'sarif').stdout) as Log;
    const [finding] = log.runs[0]?.results ?? [];
    assert.equal(finding?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'src/app/a.py');
  });
});

describe('a list that is gone on with', () => {
  const { inside } = testFolder();

  it('fails for what was found before the kill as well', () => {
    inside('bad/a.py', loading('microsoft/layoutlmv3-base'));
    cpSync(join(example, 'LICENSE'), inside('bad/LICENSE'));
    inside('good/a.py', loading('bert-base-uncased'));
    const list = inside('list.txt', `${inside('bad')}\n${inside('good')}\n`);
    const args = ['scan', '--list', list, '--output', inside('all.ndjson'), '--resume'];
    assert.equal(run(...args).status, 0);
    assert.equal(run(...args, '--fail-on', 'license-noncommercial').status, 1);
    assert.equal(run(...args, '--fail-on', 'license-incompatible').status, 0);
  });
});

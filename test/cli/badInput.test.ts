/** What goes wrong around a scan: a clear sentence, the right exit code, no half file. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { example, run, runAt, shell, start } from './run';

describe('bad input', () => {
  let folder: string;
  const inside = (name: string, text?: string) => {
    const file = join(folder, name);
    if (text !== undefined) writeFileSync(file, text);
    return file;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ptm-lens-bad-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says what cannot be written, and where', () => {
    inside('file', '');
    for (const [expected, output] of [
      [/no such folder/, inside('no/such/folder/x.json')],
      [/no such folder/, join(inside('file'), 'x.json')],
      [/it is a folder/, folder],
      [/the disk is full/, '/dev/full'],
    ] as const) {
      const { status, stderr } = run('scan', example, '--format', 'json', '--output', output);
      assert.equal(status, 2, output);
      assert.match(stderr, expected);
      assert.ok(stderr.includes(`cannot write ${output}`), stderr);
      assert.equal(stderr.trim().split('\n').length, 1);
    }
  });

  it('says that stdout is full', () => {
    const { status, stderr } = shell(`$PTM scan ${example} --format json > /dev/full`, folder);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /cannot write to stdout: the disk is full/);
  });

  it('is silent when the reader goes', () => {
    const { status, stdout, stderr } = shell(`$PTM scan ${example} --format json | head -1`, folder);
    assert.deepEqual([status, stdout, stderr], [0, '{\n', '']);
  });

  it('keeps a report that was there when the new one cannot be made', () => {
    const file = inside('old.json', 'old');
    assert.equal(run('scan', join(folder, 'gone'), '--format', 'json', '--output', file).status, 2);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['old.json']);
  });

  for (const [option, name, text, expected] of [
    ['--policy', 'policy.json', '{ "rules": ', /policy\.json: /],
    ['--policy', 'pyproject.toml', '[tool.ptm-lens\n', /pyproject\.toml: /],
    ['--policy', 'pyproject.toml', '[project]\nname = "x"\n', /no \[tool\.ptm-lens\]/],
    ['--policy', 'missing.json', undefined, /missing\.json: /],
    ['--baseline', 'baseline.json', 'nonsense', /baseline\.json: not JSON/],
    ['--baseline', 'baseline.json', '{"version":9}', /baseline\.json: no baseline of version 1/],
    ['--baseline', 'missing.json', undefined, /missing\.json: /],
    ['--list', 'missing.txt', undefined, /missing\.txt: /],
  ] as const)
    it(`${option} ${name} with ${text ?? 'no file'} is an error before anything is written`, () => {
      const output = join(folder, 'out.ndjson');
      const path = option === '--list' ? [] : [example];
      const format = option === '--list' ? 'ndjson' : 'json';
      const { status, stderr, stdout } = run(
        'scan',
        ...path,
        ...[option, inside(name, text)],
        ...['--format', format, '--output', output],
      );
      assert.equal(status, 2);
      assert.match(stderr, expected);
      assert.equal(stdout, '');
      assert.doesNotMatch(stderr, /\n\s+at /);
      assert.ok(!existsSync(output) || readFileSync(output, 'utf8') === '');
    });

  it('goes on with the other paths when one has gone, and says so with 2', () => {
    const { status, stdout, stderr } = runAt(
      { input: `${join(folder, 'gone')}\n${example}\n` },
      ...['scan', '-', '--format', 'ndjson'],
    );
    assert.equal(status, 2);
    assert.match(stderr, /gone: no such file/);
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { root: string }).root),
      [example],
    );
  });

  it('reads what it may not open as skipped', function () {
    const locked = inside(
      'locked.py',
      'from transformers import AutoModel\nAutoModel.from_pretrained("gpt2")\n',
    );
    chmodSync(locked, 0);
    // Root may read everything.
    const expected = process.getuid?.() === 0 ? 0 : 1;
    const { stdout } = run('scan', folder, '--format', 'json');
    const report = JSON.parse(stdout) as { files: { skipped: unknown[] } };
    assert.equal(report.files.skipped.length, expected);
  });

  it('ends with 130 at Ctrl-C and leaves no half file', async () => {
    const code = Array.from(
      { length: 400 },
      (_, index) => `from transformers import AutoModel\nAutoModel.from_pretrained("org/model-${index}")\n`,
    );
    mkdirSync(inside('code'));
    for (let index = 0; index < 300; index++) writeFileSync(inside(`code/f${index}.py`), code.join(''));
    const output = join(folder, 'out.json');
    const child = start('scan', inside('code'), '--format', 'json', '--output', output, '--no-cache');
    const exit = once(child, 'exit');
    setTimeout(() => child.kill('SIGINT'), 900);
    const [status] = (await exit) as [number];
    assert.equal(status, 130);
    assert.deepEqual(readdirSync(folder), ['code']);
  });

  it('writes thousands of findings in every format', function () {
    this.timeout(180_000);
    const ids = Array.from(
      { length: 5_000 },
      (_, index) => `AutoModel.from_pretrained("microsoft/layoutlmv3-base") # ${index}`,
    );
    inside('many.py', `from transformers import AutoModel\n${ids.join('\n')}\n`);
    inside('LICENSE', 'MIT License\n');
    const outputs = ['a.sarif', 'a.cdx.json', 'a.spdx3.json', 'a.csv', 'a.md', 'a.html'].map((name) =>
      join(folder, name),
    );
    const { status, stderr } = run(
      'scan',
      folder,
      ...outputs.flatMap((file) => ['--output', file]),
      '--fail-on',
      'license-noncommercial',
    );
    assert.equal(status, 1, stderr);
    const [sarif = '', , , csv = '', markdown = ''] = outputs.map((file) => readFileSync(file, 'utf8'));
    const log = JSON.parse(sarif) as { runs: { results: { ruleId: string }[] }[] };
    const found = log.runs[0]?.results.filter(({ ruleId }) => ruleId === 'license-noncommercial');
    assert.equal(found?.length, 5_000);
    assert.equal(csv.trim().split('\r\n').length, 5_001);
    assert.ok(markdown.length < 1 << 20, 'a job summary holds 1 MiB');
    assert.match(markdown, /and [\d,]+ more/);
  });
});

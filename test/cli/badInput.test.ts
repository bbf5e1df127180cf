/** What goes wrong around a scan: a clear sentence, the right exit code, no half file. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loading, testFolder } from './folder';
import { example, run, runAt, shell, start } from './run';

describe('bad input', () => {
  const folder = testFolder();
  const { inside } = folder;

  it('says what cannot be written, and where', () => {
    inside('file', '');
    for (const [expected, output] of [
      [/no such folder/, inside('no/such/folder/x.json')],
      [/no such folder/, join(inside('file'), 'x.json')],
      [/it is a folder/, folder.path],
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
    const { status, stderr } = shell(`$PTM scan ${example} --format json > /dev/full`, folder.path);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /cannot write to stdout: the disk is full/);
  });

  it('says so of help as well', () => {
    const { status, stderr } = shell('$PTM scan --help > /dev/full', folder.path);
    assert.deepEqual([status, stderr], [2, 'ptm-lens: cannot write to stdout: the disk is full\n']);
  });

  it('is silent when the reader goes', () => {
    const { status, stdout, stderr } = shell(`$PTM scan ${example} --format json | head -1`, folder.path);
    assert.deepEqual([status, stdout, stderr], [0, '{\n', '']);
  });

  it('keeps a report that was there when the new one cannot be made', () => {
    const file = inside('old.json', 'old');
    assert.equal(run('scan', inside('gone'), '--format', 'json', '--output', file).status, 2);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder.path), ['old.json']);
  });

  for (const [option, name, text, expected] of [
    ['--policy', 'policy.json', '{ "rules": ', /policy\.json:1: this is not JSON/],
    ['--policy', 'pyproject.toml', '[tool.ptm-lens\n', /pyproject\.toml:1: this is not TOML/],
    ['--policy', 'pyproject.toml', '[project]\nname = "x"\n', /no \[tool\.ptm-lens\]/],
    ['--policy', 'missing.json', undefined, /missing\.json: /],
    ['--baseline', 'baseline.json', 'nonsense', /baseline\.json: not JSON/],
    ['--baseline', 'baseline.json', '{"version":9}', /baseline\.json: no baseline of version 1/],
    ['--baseline', 'missing.json', undefined, /missing\.json: /],
    ['--list', 'missing.txt', undefined, /missing\.txt: /],
  ] as const)
    it(`${option} ${name} with ${text ?? 'no file'} is an error before anything is written`, () => {
      const output = inside('out.ndjson');
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
      { input: `${inside('gone')}\n${example}\n` },
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
    const locked = inside('locked.py', loading('gpt2'));
    chmodSync(locked, 0);
    // Root may read everything.
    const expected = process.getuid?.() === 0 ? 0 : 1;
    const { stdout } = run('scan', folder.path, '--format', 'json');
    const report = JSON.parse(stdout) as { files: { skipped: unknown[] } };
    assert.equal(report.files.skipped.length, expected);
  });

  describe('when it is ended', () => {
    const code = Array.from({ length: 400 }, (_, index) => loading(`org/model-${index}`)).join('');
    const end = async (signal: NodeJS.Signals, isTime: () => boolean, ...args: string[]) => {
      for (let index = 0; index < 300; index++) inside(`code/f${index}.py`, code);
      const child = start('scan', ...args, '--no-cache');
      const exit = once(child, 'exit');
      while (!isTime()) await setTimeout(5);
      child.kill(signal);
      return (await exit) as [status: number | null, signal: string | null];
    };

    for (const [signal, expected] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)
      it(`says ${expected} at ${signal}, and has whole records only`, async () => {
        const output = inside('all.ndjson');
        const list = inside('list.txt', `${example}\n${inside('code')}\n`);
        const written = () => existsSync(output) && readFileSync(output).length > 0;
        const [status] = await end(signal, written, '--list', list, '--output', output);
        assert.equal(status, expected);
        assert.match(readFileSync(output, 'utf8'), /^\{.*\}\n$/);
      });

    it('has an error and not an empty report for a folder that went away meanwhile', async () => {
      const time = Date.now() + 700;
      const gone = () => {
        if (Date.now() < time) return false;
        rmSync(inside('code'), { recursive: true, force: true });
        return true;
      };
      const [status] = await end(
        'SIGCONT',
        gone,
        inside('code'),
        '--output',
        inside('out.json'),
        '--jobs',
        '1',
      );
      assert.equal(status, 2);
      assert.deepEqual(readdirSync(folder.path), []);
    });

    for (const wait of [50, 500, 900])
      it(`leaves no half report after ${wait} ms`, async () => {
        const time = Date.now() + wait;
        const args = [inside('code'), '--output', inside('out.json'), '--output', inside('out.html')];
        await end('SIGINT', () => Date.now() > time, ...args);
        assert.deepEqual(readdirSync(folder.path), ['code']);
      });
  });

  it('writes through a symbolic link, also one whose file is yet to be made', () => {
    symlinkSync('target.json', inside('link.json'));
    const args = ['scan', example, '--format', 'json', '--output', inside('link.json')];
    for (let time = 0; time < 2; time++) {
      assert.equal(run(...args).status, 0);
      assert.ok(lstatSync(inside('link.json')).isSymbolicLink());
      assert.match(readFileSync(inside('target.json'), 'utf8'), /^\{/);
    }
    symlinkSync('loop.json', inside('loop.json'));
    const { status, stderr } = run(...args.slice(0, -1), inside('loop.json'));
    assert.equal(status, 2);
    assert.match(stderr, /loop/);
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
      inside(name),
    );
    const { status, stderr } = run(
      'scan',
      folder.path,
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

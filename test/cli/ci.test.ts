/** What continuous integration leans on: baselines, policies, differences, lists that survive a kill. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loading, testFolder } from './folder';
import { example, repository, run, runAt, start } from './run';

interface Record {
  readonly root: string;
  readonly usages: readonly unknown[];
}

const noncommercial = 'microsoft/layoutlmv3-base';

describe('continuous integration', () => {
  const { inside } = testFolder();

  it('fails on new findings only, wherever the known ones have moved', () => {
    const code = inside('code');
    mkdirSync(code);
    cpSync(join(example, 'LICENSE'), join(code, 'LICENSE'));
    writeFileSync(join(code, 'a.py'), loading(noncommercial));
    const failing = ['scan', code, '--fail-on', 'license-noncommercial'];
    assert.equal(run(...failing).status, 1);
    const baseline = inside('baseline.json');
    assert.equal(run('scan', code, '--write-baseline', baseline).status, 0);
    assert.equal(run(...failing, '--baseline', baseline).status, 0);
    writeFileSync(join(code, 'a.py'), `# moved\n\n\n${loading(noncommercial)}`);
    assert.equal(run(...failing, '--baseline', baseline).status, 0);
    writeFileSync(join(code, 'b.py'), loading('facebook/nllb-200-distilled-600M'));
    assert.equal(run(...failing, '--baseline', baseline).status, 1);
  });

  it('takes a policy from elsewhere, in place of the project’s own', () => {
    const policy = inside('policy.json', '{ "rules": { "license-noncommercial": "off" } }');
    const failing = ['scan', example, '--fail-on', 'license-noncommercial'];
    assert.equal(run(...failing).status, 1);
    assert.equal(run(...failing, '--policy', policy).status, 0);
    const strict = inside('strict.json', '{ "rules": { "revision-unpinned": "error" } }');
    assert.equal(run('scan', example, '--fail-on', 'error', '--policy', strict).status, 1);
  });

  it('fails on no finding that a comment silences with a reason', () => {
    const code = `from transformers import AutoModel\n# ptm-lens: ignore[license-noncommercial] bought\nAutoModel.from_pretrained("${noncommercial}")\n`;
    cpSync(join(example, 'LICENSE'), inside('code/LICENSE'));
    const failing = ['scan', inside('code'), '--fail-on', 'license-noncommercial'];
    inside('code/a.py', code.replace(/#.*\n/, ''));
    assert.equal(run(...failing).status, 1);
    inside('code/a.py', code);
    assert.equal(run(...failing).status, 0);
  });

  it('sees another project licence as other judgements, and a renamed file as nothing', () => {
    const report = (name: string) => {
      const file = inside(name);
      assert.equal(run('scan', inside('code'), '--format', 'json', '--output', file).status, 0);
      return file;
    };
    inside('code/a.py', loading('openai-community/gpt2') + loading('clip-italian/clip-italian'));
    cpSync(join(example, 'LICENSE'), inside('code/LICENSE'));
    const first = report('first.json');
    renameSync(inside('code/a.py'), inside('code/b.py'));
    assert.equal(run('diff', first, report('renamed.json')).status, 0);
    inside('code/LICENSE', 'SPDX-License-Identifier: GPL-3.0-only\n');
    const { status, stdout } = run('diff', first, report('gpl.json'));
    assert.equal(status, 1);
    assert.match(stdout, /^~ clip-italian\/clip-italian {2}judgement: incompatible -> compatible$/m);
  });

  it('runs the hook of pre-commit, which takes a baseline', () => {
    cpSync(example, inside('code'), { recursive: true });
    const hook = (...args: string[]) => {
      const script = join(repository, 'scripts/ci/hook.sh');
      return spawnSync('bash', [script, ...args], { cwd: inside('code'), encoding: 'utf8' }).status;
    };
    assert.equal(hook(), 1);
    assert.equal(run('scan', inside('code'), '--write-baseline', inside('known.json')).status, 0);
    assert.equal(hook('--baseline', inside('known.json')), 0);
  });

  it('tells two inventories apart', () => {
    const before = inside('before.json');
    assert.equal(run('scan', example, '--format', 'json', '--output', before).status, 0);
    assert.equal(run('diff', before, before).status, 0);
    const report = JSON.parse(readFileSync(before, 'utf8')) as {
      models: { id: string; license: string | null }[];
    };
    const [gone, changed, ...rest] = report.models;
    assert.ok(gone && changed);
    const after = { ...report, models: [{ ...changed, license: 'agpl-3.0' }, ...rest] };
    const { status, stdout } = runAt(
      { input: JSON.stringify(after) },
      'diff',
      before,
      '-',
      '--format',
      'json',
    );
    assert.equal(status, 1);
    const { changes } = JSON.parse(stdout) as { changes: { change: string; model: string }[] };
    assert.deepEqual(
      changes.map(({ change, model }) => [change, model]),
      [
        ['removed', gone.id],
        ['license', changed.id],
      ].sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1)),
    );
    assert.equal(run('diff', before, inside('none.json')).status, 2);
    assert.equal(run('diff', before, inside('bad.json', '{')).status, 2);
  });

  describe('over a list of repositories', () => {
    const repositories = 40;
    let list: string;
    let output: string;

    beforeEach(() => {
      const paths = Array.from({ length: repositories }, (_, index) => inside(`r${index}`));
      paths.forEach((path, index) => {
        mkdirSync(path);
        writeFileSync(join(path, 'a.py'), loading(`org/model-${index}`));
      });
      list = inside('list.txt', `# clones\n${paths.join('\n')}\n\n`);
      output = inside('all.ndjson');
    });

    const records = () =>
      readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record);

    it('writes a record for each', () => {
      assert.equal(run('scan', '--list', list, '--output', output).status, 0);
      assert.deepEqual(new Set(records().map(({ root }) => root)).size, repositories);
    });

    it('goes on after kill -9, each repository once, half a record cut off', async function () {
      this.timeout(120_000);
      for (let kill = 0; kill < 3; kill++) {
        const child = start(
          'scan',
          '--list',
          list,
          '--output',
          output,
          '--no-cache',
          '--jobs',
          '1',
          '--resume',
        );
        const before = kill === 0 ? 0 : statSync(output).size;
        const exit = once(child, 'exit');
        await grown(before);
        child.kill('SIGKILL');
        await exit;
      }
      const whole = readFileSync(output, 'utf8');
      const cut = whole.slice(0, -20);
      writeFileSync(output, cut);
      const left = cut.split('\n').length - 1;
      assert.ok(left > 0 && left < repositories, `${left} records after the kills`);
      const { status, stderr } = run('scan', '--list', list, '--output', output, '--resume');
      assert.equal(status, 0, stderr);
      assert.equal(readFileSync(output, 'utf8').startsWith(cut.slice(0, cut.lastIndexOf('\n') + 1)), true);
      const roots = records().map(({ root }) => root);
      assert.deepEqual([roots.length, new Set(roots).size], [repositories, repositories]);
      assert.ok(records().every(({ usages }) => usages.length === 1));
    });

    it('does not resume a file that is something else', () => {
      writeFileSync(output, 'my diary\n');
      const { status, stderr } = run('scan', '--list', list, '--output', output, '--resume');
      assert.equal(status, 2);
      assert.match(stderr, /no output of a list/);
      assert.equal(readFileSync(output, 'utf8'), 'my diary\n');
    });

    async function grown(size: number): Promise<void> {
      const end = Date.now() + 30_000;
      for (;;) {
        const now = statSync(output, { throwIfNoEntry: false })?.size ?? 0;
        if (now > size) return;
        if (Date.now() > end) throw new Error('The scan writes nothing.');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  });
});

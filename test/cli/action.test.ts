/** The step of action.yml, run as GitHub runs it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { testFolder } from './folder';
import { cli, example, repository } from './run';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: {
    readonly steps: readonly { readonly id?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}

describe('the GitHub Action', () => {
  const action = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as Action;
  const step = action.runs.steps.find(({ id }) => id === 'scan');
  const folder = testFolder();

  /** The step with the inputs of a workflow; the rest have their defaults. */
  function runStep(inputs: Readonly<Record<string, string>>) {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      GITHUB_OUTPUT: folder.inside('output'),
      GITHUB_STEP_SUMMARY: folder.inside('summary.md'),
    };
    for (const [name, value] of Object.entries(step?.env ?? {})) {
      const input = /inputs\.([\w-]+)/.exec(value)?.[1];
      env[name] = input === undefined ? cli : (inputs[input] ?? action.inputs[input]?.default ?? '');
    }
    return spawnSync('bash', [join(repository, 'scripts/ci/action.sh')], {
      cwd: folder.path,
      encoding: 'utf8',
      env,
    });
  }

  it('writes its outputs, the reports that they name, and the summary', () => {
    const { status, stderr } = runStep({ path: example });
    assert.equal(status, 0, stderr);
    const lines = readFileSync(folder.inside('output'), 'utf8').trim().split('\n');
    const outputs = new Map(lines.map((line) => line.split('=') as [string, string]));
    assert.deepEqual([...outputs.keys()].sort(), Object.keys(action.outputs).sort());
    for (const name of ['sarif', 'bom', 'json'])
      assert.ok(existsSync(folder.inside(outputs.get(name) ?? '')), name);
    assert.ok(Number(outputs.get('findings')) > 0);
    assert.match(readFileSync(folder.inside('summary.md'), 'utf8'), /^# Pre-trained models/);
  });

  it('fails on what it is asked to, with the reports written', () => {
    assert.equal(runStep({ path: example, 'fail-on': 'warning' }).status, 1);
    assert.ok(existsSync(folder.inside('summary.md')));
  });

  it('takes no input for code', () => {
    const { status, stderr } = runStep({ path: '$(touch hit); `touch hit`' });
    assert.equal(status, 2);
    assert.match(stderr, /no such file/);
    assert.ok(!existsSync(folder.inside('hit')));
  });
});

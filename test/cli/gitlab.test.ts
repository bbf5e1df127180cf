/** The GitLab job of docs/cli.md: held against GitLab's schema, and its lines run as a runner runs them. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { testFolder } from './folder';
import { cli, example, repository } from './run';

interface Job {
  readonly script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly artifacts: { readonly paths: readonly string[] };
}

const page = readFileSync(join(repository, 'docs/cli.md'), 'utf8');
const [, written = ''] = /### GitLab\n+```yaml\n([\s\S]*?)```/.exec(page) ?? [];
const job = (parse(written) as Readonly<Record<string, Job>>)['ptm-lens'];

/** gitlab-ci-local carries GitLab's schema. It is written for Node 22, whose sets can be joined. */
const tool = createRequire(__filename).resolve('gitlab-ci-local');
const joining = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]) }';
const joined = `data:text/javascript,${encodeURIComponent(joining)}`;

describe('the GitLab job', () => {
  const folder = testFolder();

  beforeEach(() => {
    cpSync(example, folder.path, { recursive: true });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.path });
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'https://gitlab.example/a/b.git');
  });

  function lint(text: string) {
    writeFileSync(folder.inside('.gitlab-ci.yml'), text);
    const args = ['--import', joined, tool, '--list'];
    return spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
  }

  it('keeps the schema of GitLab, which a wrong job does not', () => {
    const { status, stdout, stderr } = lint(written);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /ptm-lens/);
    assert.notEqual(lint(written.replace('when: always', 'when: sometimes')).status, 0);
  });

  it('fails on findings, with every artifact written', () => {
    const tools = folder.inside('.ptm-lens-tool');
    mkdirSync(tools);
    symlinkSync(dirname(cli), join(tools, 'dist'));
    assert.ok(job);
    const variables = Object.entries(job.variables).map(([name, value]) => [
      name,
      value.replace('$CI_PROJECT_DIR', folder.path),
    ]);
    const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', job.script.join('\n')], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, ...Object.fromEntries(variables) },
    });
    assert.equal(status, 1, stderr);
    for (const path of job.artifacts.paths) assert.ok(existsSync(folder.inside(path)), path);
  });
});

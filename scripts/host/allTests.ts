/**
 * `npm test`: installs what the tests need, then checks the code and runs every ring of tests. The last line is
 * `N passed, N failed`, the sum over all rings. A ring that ran no test has failed.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { countsVariable, takeCounts, type Counts } from './counts';
import { repository } from './folder';
import { main } from './main';

interface Ring {
  readonly name: string;
  readonly script: string;
}

const inPlainNode: readonly Ring[] = [
  { name: 'checks and unit tests', script: 'check' },
  { name: 'command line tests', script: 'test:cli' },
];
const inServer: readonly Ring[] = [
  { name: 'host tests', script: 'test:host' },
  { name: 'tests of the packaged extension', script: 'test:ui' },
];
// Where the server cannot be had, the application may: it runs the same host tests.
const inApplication: readonly Ring[] = [{ name: 'host tests', script: 'test:electron' }];

void main(() => {
  const hosted = succeeds('host:install') ? inServer : inApplication;
  const results = [...inPlainNode, ...hosted].map((ring) => ({ ring, counts: runRing(ring) }));
  console.log();
  for (const { ring, counts } of results) console.log(`${ring.name}: ${say(counts)}`);
  if (hosted === inApplication)
    console.log('not run: the tests of the packaged extension, which need the server host');
  const total = results.reduce((sum, { counts }) => add(sum, counts), { passed: 0, failed: 0 });
  if (total.failed > 0) process.exitCode = 1;
  console.log(say(total));
});

function runRing(ring: Ring): Counts {
  console.log(`\n=== ${ring.name}: npm run ${ring.script}`);
  const file = join(repository, 'out/counts', `${ring.script.replace(':', '-')}.json`);
  takeCounts(file);
  const passed = succeeds(ring.script, { ...process.env, [countsVariable]: file });
  const counts = takeCounts(file);
  const wrong = !passed || counts.passed + counts.failed === 0;
  // What failed without a test to blame (formatting, types, a window that did not open) counts as one.
  return wrong && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function succeeds(script: string, env: NodeJS.ProcessEnv = process.env): boolean {
  return (
    spawnSync('npm', ['run', '--silent', script], { cwd: repository, env, stdio: 'inherit' }).status === 0
  );
}

function add(left: Counts, right: Counts): Counts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed };
}

function say({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

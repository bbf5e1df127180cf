/**
 * `npm run test:electron`: the very same suites in the VS Code application, the oldest promised and the newest. It
 * downloads both, so it wants the internet, and on Linux a display (or `xvfb-run -a npm run test:electron`).
 */
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleHostTests, testBundle } from './bundle';
import { countsVariable } from './counts';
import { errorLines } from './extensionLog';
import { repository } from './folder';
import { main } from './main';
import { extensionId, oldestVersion } from './manifest';
import { makeScratch } from './workspace';

const quiet = ['--disable-extensions', '--disable-workspace-trust', '--skip-welcome'];

void main(async () => {
  await bundleHostTests();
  for (const version of [oldestVersion, 'stable']) await testIn(version);
});

async function testIn(version: string): Promise<void> {
  console.log(`VS Code ${version}`);
  const scratch = makeScratch();
  const userData = join(scratch.folder, 'data');
  try {
    const code = await runTests({
      version,
      extensionDevelopmentPath: repository,
      extensionTestsPath: testBundle,
      launchArgs: [scratch.workspace, `--user-data-dir=${userData}`, ...quiet],
      extensionTestsEnv: { [countsVariable]: process.env[countsVariable] },
    });
    const errors = errorLines(join(userData, 'logs'), extensionId);
    if (errors.length > 0) throw new Error(`The extension logged errors:\n${errors.join('\n')}`);
    if (code !== 0) throw new Error(`The host tests failed in VS Code ${version}.`);
  } finally {
    scratch.remove();
  }
}

/**
 * `npm run test:electron`: the very same suites in the VS Code application, the oldest promised and the newest. It
 * downloads both, so it wants the internet, and on Linux a display (or `xvfb-run -a npm run test:electron`).
 */
import { runTests } from '@vscode/test-electron';
import { bundleHostTests, testBundle } from './bundle';
import { countsVariable } from './counts';
import { repository } from './folder';
import { main } from './main';
import { oldestVersion } from './manifest';
import { makeScratch } from './workspace';

void main(async () => {
  await bundleHostTests();
  for (const version of [oldestVersion, 'stable']) await testIn(version);
});

async function testIn(version: string): Promise<void> {
  console.log(`VS Code ${version}`);
  const scratch = makeScratch();
  try {
    const code = await runTests({
      version,
      extensionDevelopmentPath: repository,
      extensionTestsPath: testBundle,
      launchArgs: [scratch.workspace, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
      extensionTestsEnv: { [countsVariable]: process.env[countsVariable] },
    });
    if (code !== 0) throw new Error(`The host tests failed in VS Code ${version}.`);
  } finally {
    scratch.remove();
  }
}

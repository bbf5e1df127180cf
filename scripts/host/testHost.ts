/** `npm run test:host`: test/host in the extension host of VS Code's own server, with the extension from `dist/`. */
import { join } from 'node:path';
import { bundleHostTests, testBundle } from './bundle';
import { repository } from './folder';
import { passesInHost } from './hostTests';
import { main } from './main';
import { extensionId } from './manifest';
import { makeScratch } from './workspace';

void main(async () => {
  await bundleHostTests();
  const scratch = makeScratch();
  const passed = await passesInHost({
    extension: repository,
    extensionId,
    tests: testBundle,
    workspace: scratch.workspace,
    dataFolder: join(scratch.folder, 'data'),
  });
  if (!passed) throw new Error(`The host tests failed. The logs of this run are in ${scratch.folder}`);
  scratch.remove();
});

/** `npm run package`: builds for release and packs `out/ptm-lens.vsix`, which installs in any VS Code. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { repository } from './folder';
import { main } from './main';

const largest = 8 * 1024 * 1024;
const vsix = join(repository, 'out/ptm-lens.vsix');

void main(async () => {
  execFileSync('npm', ['run', '--silent', 'build', '--', '--minify'], { cwd: repository, stdio: 'inherit' });
  mkdirSync(dirname(vsix), { recursive: true });
  // Everything is bundled, so no package goes along.
  await createVSIX({
    cwd: repository,
    packagePath: vsix,
    dependencies: false,
    // The project has no public address that links of the README could be rewritten to.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = statSync(vsix);
  console.log(`${vsix}: ${(size / 1024 / 1024).toFixed(2)} MB`);
  if (size > largest) throw new Error('The package is larger than 8 MB.');
});

/**
 * `npx tsx scripts/licenses/accuracy.ts DIR`: how often the detection finds the licence of real repositories. DIR holds a folder
 * `owner+name` for each, with at least its licence texts and manifests; accuracy.csv says, read by hand in November 2026, what each is
 * under (empty: nothing that the files themselves say). Repositories that DIR lacks are left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectProjectLicenses } from '../../src/licenses/detect';
import { licenseText } from '../../src/licenses/text';
import { NodeFiles } from '../../src/platform/node/files';

const expectations = readFileSync(new URL('accuracy.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

async function found(folder: string): Promise<string> {
  const files = new NodeFiles(folder);
  const { files: paths } = await files.list({ cancelled: false });
  const projects = await detectProjectLicenses(files, paths);
  return licenseText(projects.find(({ path }) => path === '')?.license ?? null) ?? '';
}

async function measure(root: string): Promise<void> {
  let looked = 0;
  let right = 0;
  for (const [repository = '', expected = ''] of expectations) {
    const folder = join(root, repository.replace('/', '+'));
    if (!existsSync(folder)) continue;
    looked++;
    const license = await found(folder);
    if (license === expected) right++;
    else console.log(`${repository}: ${license || '(none)'}, expected ${expected || '(none)'}`);
  }
  console.log(
    JSON.stringify({ repositories: looked, right, accuracy: looked === 0 ? null : right / looked }),
  );
}

const root = process.argv[2];
if (root === undefined) {
  console.error('usage: npx tsx scripts/licenses/accuracy.ts DIR');
  process.exitCode = 2;
} else {
  void measure(root);
}

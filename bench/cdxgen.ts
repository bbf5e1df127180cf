/**
 * `npm run bench:cdxgen -- REPOSITORIES CDXGEN_OUT [SAMPLE]`: the models that PTM Lens and `cdxgen -t ai-bom` find in the clones below a
 * folder. A bill of cdxgen that is missing in CDXGEN_OUT is made first (`npm i @cyclonedx/cdxgen` in a folder, its `bin/cdxgen.js` in
 * CDXGEN, a Node that it runs on in CDXGEN_NODE). Prints a table; SAMPLE is a file for a seeded sample of what one of them found alone.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../scripts/host/folder';
import { type Claim, compareClaims, type Tool } from './cdxgen/compare';
import { claimsOfBom, claimsOfReport } from './cdxgen/claims';
import { sampleOf } from './cdxgen/sample';

const [folder, bills, sampleFile] = process.argv.slice(2);
if (folder === undefined || bills === undefined)
  throw new Error('Say the folder of the clones and that of the bills.');

const header = '| repository | both | only PTM Lens | only cdxgen, a hub id | only cdxgen, another name |';
console.log(`${header}\n| --- | --: | --: | --: | --: |`);
const alone: { tool: Tool; repository: string; claim: Claim }[] = [];
const sums = [0, 0, 0, 0];
for (const name of readdirSync(folder).sort()) {
  const root = join(folder, name);
  const { both, lens, cdxgen } = compareClaims(
    claimsOfReport(scan(root)),
    claimsOfBom(bill(root, join(bills, `${name}.json`))),
  );
  const named = cdxgen.filter(({ isHubId }) => isHubId);
  const row = [both.length, lens.length, named.length, cdxgen.length - named.length];
  row.forEach((count, index) => (sums[index] = (sums[index] ?? 0) + count));
  console.log(`| ${name.replace('__', '/')} | ${row.join(' | ')} |`);
  alone.push(...lens.map((claim) => ({ tool: 'lens' as const, repository: name, claim })));
  alone.push(...named.map((claim) => ({ tool: 'cdxgen' as const, repository: name, claim })));
}
console.log(`| **all** | ${sums.join(' | ')} |`);
if (sampleFile !== undefined) writeFileSync(sampleFile, sampleOf(alone, folder));

function scan(root: string): unknown {
  const args = [join(repository, 'dist/cli.js'), 'scan', root, '--format', 'json'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 }));
}

function bill(root: string, file: string): unknown {
  const { CDXGEN: cdxgen, CDXGEN_NODE: node = process.execPath } = process.env;
  if (!existsSync(file)) {
    if (cdxgen === undefined) throw new Error(`There is no ${file}, and CDXGEN names no cdxgen.js.`);
    spawnSync(node, [cdxgen, '-t', 'ai-bom', '--no-install-deps', '-o', file, root], { stdio: 'ignore' });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

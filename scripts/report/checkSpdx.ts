/**
 * `npm run check:spdx [-- FOLDER …]`: holds SPDX reports against the schema of SPDX 3.0.1. No small package has it: it is taken from
 * the one that `@cyclonedx/cdxgen` ships, which npm fetches into a temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { repository } from '../host/folder';

const source = '@cyclonedx/cdxgen@12.8.4';
const asked = process.argv.slice(2);
const folders = asked.length > 0 ? asked : [join(repository, 'examples/workspace')];
const work = mkdtempSync(join(tmpdir(), 'ptm-lens-spdx-'));

try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', work, source], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive = ''] = readdirSync(work);
  execFileSync('tar', ['-xzf', join(work, archive), '-C', work, 'package/data/spdx-export.schema.json']);
  const schema = JSON.parse(
    readFileSync(join(work, 'package/data/spdx-export.schema.json'), 'utf8'),
  ) as object;
  const valid = new Ajv2020({ strict: false }).compile(schema);
  for (const folder of folders) {
    const cli = [join(repository, 'dist/cli.js'), 'scan', folder, '--format', 'spdx'];
    const report = execFileSync(process.execPath, cli, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (!valid(JSON.parse(report)))
      throw new Error(`${folder}: ${JSON.stringify(valid.errors?.slice(-5), null, 1)}`);
    console.log(`${folder}: keeps the schema of SPDX 3.0.1 (${report.length} bytes)`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

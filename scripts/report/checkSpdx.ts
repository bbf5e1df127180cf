/**
 * `npm run check:spdx [-- --rdf RDF] [FOLDER …]`: holds SPDX reports against the JSON schema of SPDX 3.0.1 and, where RDF names the folder
 * `rdf` of SPDX's specification (the repository spdx-spec), against its SHACL shapes. No small package has the schema: it is taken from
 * the one that `@cyclonedx/cdxgen` ships, which npm fetches into a temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020';
import { repository } from '../host/folder';
import { main } from '../host/main';
import { spdxShapes } from './spdxShapes';

const source = '@cyclonedx/cdxgen@12.8.4';
const schemaFile = 'package/data/spdx-export.schema.json';

void main(async () => {
  const { values, positionals } = parseArgs({
    options: { rdf: { type: 'string' } },
    allowPositionals: true,
  });
  const folders = positionals.length > 0 ? positionals : [join(repository, 'examples/workspace')];
  const work = mkdtempSync(join(tmpdir(), 'ptm-lens-spdx-'));
  try {
    const keepsSchema = schemaCheck(work);
    const brokenShapes = values.rdf === undefined ? null : await spdxShapes(values.rdf, work);
    for (const folder of folders) {
      const report = reportOf(folder);
      keepsSchema(report);
      const broken = (await brokenShapes?.(report)) ?? [];
      if (broken.length > 0) throw new Error(`${folder}:\n${broken.join('\n')}`);
      console.log(`${folder}: keeps the schema${brokenShapes ? ' and the shapes' : ''} of SPDX 3.0.1`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function reportOf(folder: string): object {
  const cli = [join(repository, 'dist/cli.js'), 'scan', folder, '--format', 'spdx'];
  const report = execFileSync(process.execPath, cli, { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(report) as object;
}

function schemaCheck(work: string): (report: object) => void {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', work, source], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive = ''] = readdirSync(work);
  execFileSync('tar', ['-xzf', join(work, archive), '-C', work, schemaFile]);
  const schema = JSON.parse(readFileSync(join(work, schemaFile), 'utf8')) as object;
  const valid = new Ajv2020({ strict: false }).compile(schema);
  return (report) => {
    if (!valid(report)) throw new Error(JSON.stringify(valid.errors?.slice(-5), null, 1));
  };
}

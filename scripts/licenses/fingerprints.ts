/**
 * Writes data/licenses/fingerprints.json from the licence texts of the SPDX list (npm: spdx-license-list). A long text is sampled: it
 * keeps the hashes below a limit, and a project's file is then compared below the same limit. Run it when the SPDX list is updated;
 * `test/unit/licenses/fingerprints.test.ts` says when it is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import currentIds from 'spdx-license-ids/index.json';
import { hashRange, tripleHashes, wordsOf } from '../../src/licenses/detection/words';

/** Enough to tell licences of one family apart, few enough to ship 700 of them. */
const sampleSize = 128;

const file = fileURLToPath(new URL('../../data/licenses/fingerprints.json', import.meta.url));
const texts = join(
  dirname(createRequire(import.meta.url).resolve('spdx-license-list/package.json')),
  'licenses',
);

/** One line a licence: how many triples it has, the limit of its sample, and the sample's hashes. */
export function fingerprintTable(): string {
  const lines = currentIds.flatMap((id) => {
    const hashes = tripleHashes(wordsOf(textOf(id)));
    if (hashes.length < 8) return [];
    const limit =
      hashes.length <= sampleSize ? hashRange : Math.ceil((hashRange * sampleSize) / hashes.length);
    const sample = hashes.filter((hash) => hash < limit).sort((a, b) => a - b);
    return [JSON.stringify([id, hashes.length, limit, encode(sample)])];
  });
  return `{\n"source": "SPDX license list, by the npm package spdx-license-list",\n"licenses": [\n${lines.join(',\n')}\n]\n}\n`;
}

function textOf(id: string): string {
  try {
    const listed = JSON.parse(readFileSync(join(texts, `${id}.json`), 'utf8')) as { licenseText: string };
    // The list appends the GPL to version 3 of the LGPL, which adds to it; the files of projects mostly do not.
    return id.startsWith('LGPL-3.0') ? withoutGpl(listed.licenseText) : listed.licenseText;
  } catch {
    return '';
  }
}

function withoutGpl(text: string): string {
  const appended = text.indexOf('\nGNU GENERAL PUBLIC LICENSE\n');
  return appended < 0 ? text : text.slice(0, appended);
}

function encode(hashes: readonly number[]): string {
  const bytes = hashes.flatMap((hash) => [hash >>> 16, (hash >>> 8) & 255, hash & 255]);
  return Buffer.from(bytes).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, fingerprintTable());

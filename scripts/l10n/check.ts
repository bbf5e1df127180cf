/** `npm run l10n`: prints, for each translation in `l10n/` and beside `package.nls.json`, the keys that lack one and those nobody uses. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../host/folder';
import { collectMessages } from './messages';
import { compareKeys, readWords } from './translations';

const bundles = readdirSync(join(repository, 'l10n')).map((file) => join(repository, 'l10n', file));
const manifests = readdirSync(repository)
  .filter((file) => /^package\.nls\..+\.json$/.test(file))
  .map((file) => join(repository, file));
const messages = [...collectMessages(join(repository, 'src')).keys()];
const words = Object.keys(readWords(join(repository, 'package.nls.json')));

for (const [files, keys] of [
  [bundles, messages],
  [manifests, words],
] as const) {
  for (const file of files)
    console.log(JSON.stringify({ file, ...compareKeys(keys, readWords(file)) }, null, 1));
}

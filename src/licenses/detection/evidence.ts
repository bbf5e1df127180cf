/** Which files say something of a project's licence, by their name. */
import { readCargo } from './manifests/cargo';
import { readPackageJson } from './manifests/packageJson';
import { readPyproject } from './manifests/pyproject';
import { readDep5, readReuse } from './manifests/reuse';
import { readSetupCfg } from './manifests/setupCfg';
import { readSetupPy } from './manifests/setupPy';
import type { ManifestReader } from './declared';

/** Its parser is loaded for it alone: most folders have none. */
const readCitation: ManifestReader = async (text) =>
  (await import('./manifests/citation')).readCitation(text);

/** Manifests in the order in which they are believed. */
const manifests: ReadonlyMap<string, ManifestReader> = new Map([
  ['pyproject.toml', readPyproject],
  ['setup.cfg', readSetupCfg],
  ['setup.py', readSetupPy],
  ['package.json', readPackageJson],
  ['cargo.toml', readCargo],
  ['citation.cff', readCitation],
  ['reuse.toml', readReuse],
  ['dep5', readDep5],
]);

const manifestOrder: readonly string[] = [...manifests.keys()];

/** `LICENSE`, `LICENCE.txt`, `COPYING.LESSER`, `LICENSE-MIT`, `MIT-LICENSE`, `UNLICENSE`. */
const licenseFile = /^(?:[a-z0-9.]+[-_])?(?:un)?(?:licen[cs]e|copying)(?:[-_. ][\w.+ -]*)?$/i;

/** Code, and texts on the licences of others, of data, of weights, or on how to obtain one. */
const notOurs =
  /\.(?:py|js|ts|jsx|tsx|json|ya?ml|toml|xml|java|c|h|cpp|go|rs|sh|ipynb|svg|png|pdf|csv|tpl|template|header|pyi)$|third|3rd|notice|depend|vendor|header|template|check|(?:^|[-_. ])(?:data|dataset|docs?|documentation|models?|weights?|content|fonts?|images?|assets|commercial)(?:[-_. ]|$)/i;

/** What a file is to a project. */
export type Evidence =
  | { readonly kind: 'text'; readonly folder: string }
  /** One of the licences that REUSE lists in `LICENSES/`: each holds for some files. */
  | { readonly kind: 'listed'; readonly folder: string }
  | {
      readonly kind: 'manifest';
      readonly folder: string;
      readonly read: ManifestReader;
      readonly order: number;
    };

/** What the file at `path` may say, or null when it says nothing of a project's licence. */
export function evidenceOf(path: string): Evidence | null {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(slash, 0));
  const name = path.slice(slash + 1);
  const read = manifests.get(name.toLowerCase());
  if (read && (name !== 'dep5' || folder.endsWith('.reuse')))
    return {
      kind: 'manifest',
      folder: folder.replace(/(^|\/)\.reuse$/, ''),
      read,
      order: manifestOrder.indexOf(name.toLowerCase()),
    };
  if (/(^|\/)LICENSES$/.test(folder) && /\.(?:txt|md)$/.test(name))
    return { kind: 'listed', folder: folder.replace(/\/?LICENSES$/, '') };
  return licenseFile.test(name) && !notOurs.test(name) ? { kind: 'text', folder } : null;
}

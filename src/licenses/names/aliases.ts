import { authorNames } from './authors';

/**
 * Names that are not SPDX ids, in lower case -> what they mean. The right side is an SPDX id where the licence has one, else
 * the name that the hub (or, for what only a scanner knows, ScanCode) gives it. `bsd`, `cc`, `gpl`, `lgpl`, `gfdl` and
 * `openrail` are families: the hub offers them to authors who do not say which licence, so they stay families.
 */

/** Hub licence ids that are not SPDX ids in lower case. */
const hub: Readonly<Record<string, string>> = {
  bsd: 'bsd',
  cc: 'cc',
  'c-uda': 'C-UDA-1.0',
  agpl: 'agpl',
  gfdl: 'gfdl',
  gpl: 'gpl',
  lgpl: 'lgpl',
  'lgpl-lr': 'LGPLLR',
  'odc-by': 'ODC-By-1.0',
  odbl: 'ODbL-1.0',
  pddl: 'PDDL-1.0',
  openrail: 'openrail',
  'openrail-m': 'openrail',
  'openrail++': 'openrail++',
  'openrail++-m': 'openrail++',
  'creativeml-openrail-m': 'creativeml-openrail-m',
  'creativeml-openrail++-m': 'openrail++',
  'bigscience-openrail-m': 'bigscience-openrail-m',
  'bigscience-bloom-rail-1.0': 'bigscience-bloom-rail-1.0',
  'bigscience-rail-1.0': 'bigscience-bloom-rail-1.0',
  'bigcode-openrail-m': 'bigcode-openrail-m',
  'bigcode-openrail-m-v1': 'bigcode-openrail-m',
  'deepfloyd-if-license': 'deepfloyd-if-license',
  'apple-ascl': 'apple-ascl',
  'apple-amlr': 'apple-amlr',
  'apple-sample-code-license': 'apple-ascl',
  'h-research': 'h-research',
  'intel-research': 'intel-research',
  'fair-noncommercial-research-license': 'fair-noncommercial-research-license',
  'fair-noncommercial-research': 'fair-noncommercial-research-license',
  'grok2-community': 'grok2-community',
  'openmdw-1.0': 'OpenMDW-1.0',
  openmdw: 'OpenMDW-1.0',
  llama: 'llama',
  llama1: 'llama',
  llama2: 'llama2',
  'llama-2': 'llama2',
  'llama2-community': 'llama2',
  llama3: 'llama3',
  'llama-3': 'llama3',
  'llama3.1': 'llama3.1',
  'llama3.2': 'llama3.2',
  'llama3.3': 'llama3.3',
  llama4: 'llama4',
  'llama-3.1': 'llama3.1',
  'llama-3.2': 'llama3.2',
  'llama-3.3': 'llama3.3',
  'llama-4': 'llama4',
  gemma: 'gemma',
  'gemma-terms-of-use': 'gemma',
};

/** ScanCode keys (as in PeaTMOSS's repository licences) whose SPDX id is spelled otherwise. */
const scancode: Readonly<Record<string, string>> = {
  'agpl-3.0-plus': 'AGPL-3.0-or-later',
  'apple-excl': 'apple-ascl',
  'boost-1.0': 'BSL-1.0',
  'bsd-ack': 'BSD-3-Clause-Attribution',
  'bsd-modified': 'BSD-3-Clause',
  'bsd-new': 'BSD-3-Clause',
  'bsd-original': 'BSD-4-Clause',
  'bsd-original-uc': 'BSD-4-Clause-UC',
  'bsd-plus-patent': 'BSD-2-Clause-Patent',
  'bsd-simplified': 'BSD-2-Clause',
  'bsd-simplified-darwin': 'BSD-2-Clause-Darwin',
  'bsd-zero': '0BSD',
  'bsl-1.1': 'BUSL-1.1',
  'bzip2-libbzip-2010': 'bzip2-1.0.6',
  'cecill-2.1-en': 'CECILL-2.1',
  'cecill-b-en': 'CECILL-B',
  'cecill-c-en': 'CECILL-C',
  'clear-bsd': 'BSD-3-Clause-Clear',
  'cmu-uc': 'MIT-CMU',
  'cnri-python-1.6': 'CNRI-Python',
  'elastic-license-v2': 'Elastic-2.0',
  freetype: 'FTL',
  'gfdl-1.1-plus': 'GFDL-1.1-or-later',
  'gfdl-1.2-plus': 'GFDL-1.2-or-later',
  'gfdl-1.3-plus': 'GFDL-1.3-or-later',
  'gpl-1.0-plus': 'GPL-1.0-or-later',
  'gpl-2.0-plus': 'GPL-2.0-or-later',
  'gpl-3.0-plus': 'GPL-3.0-or-later',
  historical: 'HPND',
  'lbnl-bsd': 'BSD-3-Clause-LBNL',
  'lgpl-2.0-plus': 'LGPL-2.0-or-later',
  'lgpl-2.1-plus': 'LGPL-2.1-or-later',
  'lgpl-3.0-plus': 'LGPL-3.0-or-later',
  'llama-license-2023': 'llama',
  'llama-2-license-2023': 'llama2',
  'mit-0': 'MIT-0',
  'mulanpsl-1.0-en': 'MulanPSL-1.0',
  'mulanpsl-2.0-en': 'MulanPSL-2.0',
  'openssl-ssleay': 'OpenSSL',
  python: 'Python-2.0',
  'psf-3.7.2': 'PSF-2.0',
  'stable-diffusion-2022-08-22': 'creativeml-openrail-m',
  'sun-sissl-1.1': 'SISSL',
  'uoi-ncsa': 'NCSA',
  'us-govt-public-domain': 'public-domain',
  'public-domain': 'public-domain',
  'public-domain-disclaimer': 'public-domain',
  'wtfpl-2.0': 'WTFPL',
  'x11-fsf': 'X11-distribute-modifications-variant',
  'x11-keith-packard': 'HPND-sell-variant',
  'x11-xconsortium': 'X11',
  'proprietary-license': 'proprietary',
  'commercial-license': 'proprietary',
  proprietary: 'proprietary',
  commercial: 'proprietary',
};

/** The Linux Foundation table's own spellings. */
const table: Readonly<Record<string, string>> = {
  'bls-1.0': 'BSL-1.0',
  'lib-png': 'Libpng',
  'lib-tiff': 'libtiff',
  'open-ssl': 'OpenSSL',
  'gpl-2.0-only-link-exception': 'gpl-2.0-only-link-exception',
};

const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...authorNames, ...hub, ...scancode, ...table }),
);

/** The canonical name behind an alias, or null. */
export function aliasOf(text: string): string | null {
  return aliases.get(text.toLowerCase()) ?? null;
}

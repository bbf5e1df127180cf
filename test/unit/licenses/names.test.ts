import assert from 'node:assert/strict';
import { declaredLicense } from '../../../src/licenses/names/declared';
import { parseLicense } from '../../../src/licenses/names/parse';
import { termsOf } from '../../../src/licenses/terms';

const id = (text: string) => {
  const name = parseLicense(text);
  return name.kind === 'license' ? name.id : `(${name.kind})`;
};

/** The licence ids of the hub's listing of July 2024 (models_2024-07-11), but `other` and `unknown`. */
const hubIds =
  `apache-2.0 mit openrail creativeml-openrail-m cc-by-nc-4.0 llama2 cc-by-4.0 llama3 openrail++ afl-3.0 cc-by-nc-sa-4.0
  cc-by-sa-4.0 gpl-3.0 gemma cc artistic-2.0 bsd-3-clause bigscience-openrail-m bigscience-bloom-rail-1.0 cc-by-nc-nd-4.0
  bigcode-openrail-m wtfpl agpl-3.0 cc0-1.0 unlicense cc-by-sa-3.0 gpl bsd cc-by-nc-2.0 cc-by-3.0 cc-by-2.0 gpl-2.0 lgpl-3.0 c-uda
  bsl-1.0 bsd-2-clause cc-by-nd-4.0 osl-3.0 cc-by-nc-3.0 ms-pl pddl cdla-permissive-2.0 ecl-2.0 cc-by-nc-nd-3.0 bsd-3-clause-clear
  gfdl zlib odbl mpl-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-2.0 lgpl deepfloyd-if-license lgpl-2.1 odc-by epl-2.0 cc-by-2.5 lgpl-lr
  eupl-1.1 isc ncsa etalab-2.0 cdla-sharing-1.0 postgresql lppl-1.3c epl-1.0 ofl-1.1 apple-ascl cdla-permissive-1.0
  llama3.1 llama3.2 llama3.3 llama4 eupl-1.2 apple-amlr intel-research h-research fair-noncommercial-research-license
  grok2-community openmdw-1.0`
    .trim()
    .split(/\s+/);

describe('names of licences', () => {
  it('knows every licence id of the hub, with terms', () => {
    for (const text of hubIds) assert.ok(termsOf(id(text)), `${text} -> ${id(text)}`);
  });

  it('gives SPDX ids their own spelling and the deprecated ones their replacement', () => {
    assert.equal(id('apache-2.0'), 'Apache-2.0');
    assert.equal(id('gpl-3.0'), 'GPL-3.0-only');
    assert.equal(id('GPL-2.0+'), 'GPL-2.0-or-later');
    assert.equal(id('bsd-2-clause-netbsd'), 'BSD-2-Clause');
  });

  it('keeps the families that the hub offers as families', () => {
    for (const family of ['bsd', 'cc', 'gpl', 'lgpl', 'gfdl', 'openrail']) assert.equal(id(family), family);
  });

  it('keeps the names of model licences, and does not take openrail++ for openrail', () => {
    assert.equal(id('openrail++'), 'openrail++');
    assert.equal(id('llama3.1'), 'llama3.1');
    assert.equal(id('gemma'), 'gemma');
  });

  it('reads the keys of ScanCode', () => {
    const keys = {
      'bsd-new': 'BSD-3-Clause',
      'bsd-simplified': 'BSD-2-Clause',
      'bsd-original': 'BSD-4-Clause',
      'clear-bsd': 'BSD-3-Clause-Clear',
      'bsd-zero': '0BSD',
      'gpl-3.0-plus': 'GPL-3.0-or-later',
      'uoi-ncsa': 'NCSA',
      'boost-1.0': 'BSL-1.0',
      'bsl-1.1': 'BUSL-1.1',
      'stable-diffusion-2022-08-22': 'creativeml-openrail-m',
      'mulanpsl-2.0-en': 'MulanPSL-2.0',
      'elastic-license-v2': 'Elastic-2.0',
      'LicenseRef-scancode-clear-bsd': 'BSD-3-Clause-Clear',
    };
    for (const [key, expected] of Object.entries(keys)) assert.equal(id(key), expected, key);
  });

  it('reads what people write', () => {
    const texts = {
      'Apache 2': 'Apache-2.0',
      'Apache License, Version 2.0': 'Apache-2.0',
      'The MIT License': 'MIT',
      'GNU GPL 3.0': 'GPL-3.0-only',
      'GPLv3+': 'GPL-3.0-or-later',
      'GNU General Public License v2 or later (GPLv2+)': 'GPL-2.0-or-later',
      'GNU Lesser General Public License v2.1': 'LGPL-2.1-only',
      'GNU Affero General Public License v3': 'AGPL-3.0-only',
      'CC BY 4.0': 'CC-BY-4.0',
      'CC-BY-NC-SA 3.0': 'CC-BY-NC-SA-3.0',
      'Creative Commons Attribution-NonCommercial 4.0 International': 'CC-BY-NC-4.0',
      CC0: 'CC0-1.0',
      'Public Domain (CC0)': 'CC0-1.0',
      'New BSD License': 'BSD-3-Clause',
      'BSD 3-Clause "New" or "Revised" License': 'BSD-3-Clause',
      'MPL 2.0': 'MPL-2.0',
      'European Union Public Licence 1.2 (EUPL 1.2)': 'EUPL-1.2',
      'University of Illinois/NCSA Open Source License': 'NCSA',
      'Llama 3.1 Community License': 'llama3.1',
      'META LLAMA 3 COMMUNITY LICENSE AGREEMENT': 'llama3',
      'CreativeML Open RAIL++-M License': 'openrail++',
      'BigScience RAIL License v1.0': 'bigscience-bloom-rail-1.0',
      'DeepSeek License': 'deepseek',
      'Mistral Research License': 'mrl-0.1',
      'Falcon-180B TII License and Acceptable Use Policy': 'falcon-180b-license',
      'TII Falcon-LLM License 2.0': 'falcon-llm-license',
      'EXAONE AI Model License Agreement 1.1 - NC': 'exaone',
      'Grok 2 Community License': 'grok2-community',
      'DBRX LICENSE': 'databricks-open-model-license',
      'SAM License': 'sam-license',
      SSPL: 'SSPL-1.0',
      'MIT/X11': 'MIT',
      'BSD (3-clause)': 'BSD-3-Clause',
      'GPL (>= 2)': 'GPL-2.0-or-later',
      'MPL-2': 'MPL-2.0',
      'Attribution-NonCommercial-ShareAlike 4.0 International': 'CC-BY-NC-SA-4.0',
      'License :: OSI Approved :: MIT License': 'MIT',
      'BLOOM RAIL 1.0': 'bigscience-bloom-rail-1.0',
      'Open Rail++-M License': 'openrail++',
      'GNU General Public License family': 'gpl',
      'Creative Commons license family': 'cc',
      'Computational Use of Data Agreement': 'C-UDA-1.0',
      'Open Data Commons Public Domain Dedication and License': 'PDDL-1.0',
      'commercial (licensed by Explosion)': 'proprietary',
    };
    for (const [text, expected] of Object.entries(texts)) assert.equal(id(text), expected, text);
  });

  it('reads addresses', () => {
    const addresses = {
      'https://creativecommons.org/licenses/by-nc/4.0/': 'CC-BY-NC-4.0',
      'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0-1.0',
      'http://www.apache.org/licenses/LICENSE-2.0': 'Apache-2.0',
      'https://opensource.org/licenses/MIT': 'MIT',
      'https://spdx.org/licenses/BSD-3-Clause.html': 'BSD-3-Clause',
      'https://ai.google.dev/gemma/terms': 'gemma',
      'https://www.llama.com/llama3_2/license/': 'llama3.2',
      'https://huggingface.co/meta-llama/Llama-3.2-1B/blob/main/LICENSE.txt': 'llama3.2',
      'https://huggingface.co/meta-llama/Meta-Llama-3-8B/raw/main/LICENSE': 'llama3',
      'https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/LICENSE': 'llama3.1',
      'https://mistral.ai/licenses/MRL-0.1.md': 'mrl-0.1',
      'https://huggingface.co/LiquidAI/LFM2-VL-450M/blob/main/LICENSE': 'lfm1.0',
      'https://huggingface.co/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE': 'qwen',
      'https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/raw/main/LICENSE': 'qwen-research',
      'https://www.nvidia.com/en-us/agreements/enterprise-software/nvidia-open-model-license/':
        'nvidia-open-model-license',
    };
    for (const [text, expected] of Object.entries(addresses)) assert.equal(id(text), expected, text);
  });

  it('takes no licence from a page that speaks of many', () => {
    for (const address of [
      'https://huggingface.co/docs/hub/repositories-licenses',
      'https://spdx.org/licenses/',
      'https://www.gnu.org/licenses/license-list.html',
      'https://huggingface.co/org/model/blob/main/LICENSE',
    ])
      assert.equal(parseLicense(address).kind, 'unrecognised', address);
  });

  it('keeps nothing, other, unknown and what it does not know apart', () => {
    assert.deepEqual(parseLicense(null), { kind: 'none' });
    assert.deepEqual(parseLicense('  '), { kind: 'none' });
    assert.deepEqual(parseLicense('other'), { kind: 'other', text: 'other' });
    assert.deepEqual(parseLicense('unknown'), { kind: 'other', text: 'unknown' });
    assert.deepEqual(parseLicense('My own licence'), { kind: 'unrecognised', text: 'My own licence' });
  });

  it('never makes up an SPDX id from a sentence', () => {
    for (const text of [
      'not MIT',
      'MITRE',
      'Apache-3.0',
      'CC-BY-5.0',
      'Citation provided for reference, no code packaged with model',
      'GPL-7.0',
      'Free for non-commercial use',
    ])
      assert.equal(parseLicense(text).kind, 'unrecognised', text);
  });

  it('reads expressions, lists and the old notations of a choice', () => {
    const text = (declared: string | readonly string[]) => {
      const name = parseLicense(declared);
      return 'text' in name ? `${name.kind}: ${name.text}` : name.kind;
    };
    assert.equal(text('mit or apache-2.0'), 'expression: MIT OR Apache-2.0');
    assert.equal(text('MIT/Apache-2.0'), 'expression: MIT OR Apache-2.0');
    assert.equal(text('(MIT OR ISC) AND BSD-3-Clause'), 'expression: (MIT OR ISC) AND BSD-3-Clause');
    assert.equal(text(['apache-2.0', 'mit']), 'expression: Apache-2.0 AND MIT');
    assert.equal(
      text('GPL-2.0 WITH Classpath-exception-2.0'),
      'expression: GPL-2.0-only WITH Classpath-exception-2.0',
    );
    assert.equal(text('llama3.1 AND openrail++'), 'expression: llama3.1 AND openrail++');
    assert.equal(text('MIT WITH nonsense'), 'unrecognised: MIT WITH nonsense');
    assert.deepEqual(parseLicense(['mit', 'MIT']), { kind: 'license', id: 'MIT' });
    assert.equal(parseLicense([]).kind, 'none');
    assert.equal(parseLicense(['mit', 'other']).kind, 'other');
  });

  it('survives expressions of ten thousand terms and deep brackets', () => {
    assert.equal(parseLicense(Array(10_000).fill('MIT').join(' OR ')).kind, 'unrecognised');
    assert.equal(parseLicense(`${'('.repeat(50_000)}MIT${')'.repeat(50_000)}`).kind, 'unrecognised');
    assert.equal(parseLicense('x'.repeat(2_000_000)).kind, 'unrecognised');
  });

  it('looks behind "other" for the name and the link that the author gave', () => {
    const named = (name: string | null, link: string | null) => declaredLicense({ id: 'other', name, link });
    assert.deepEqual(named('tongyi-qianwen', null), { kind: 'license', id: 'tongyi-qianwen' });
    assert.deepEqual(named('deepseek', 'LICENSE'), { kind: 'license', id: 'deepseek' });
    assert.deepEqual(named(null, 'https://ai.google.dev/gemma/terms'), { kind: 'license', id: 'gemma' });
    assert.deepEqual(named('house rules', null), { kind: 'other', text: 'house rules' });
    assert.deepEqual(declaredLicense(null), { kind: 'none' });
  });
});

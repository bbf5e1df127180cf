import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { detectProjectLicenses, isLicenseEvidence, projectOf } from '../../../src/licenses/detect';
import { licenseText } from '../../../src/licenses/text';
import { NodeFiles } from '../../../src/platform/node/files';
import { english, message } from '../../../src/shared/message';
import { memoryFiles } from './memoryFiles';

const texts = join(
  dirname(createRequire(import.meta.url).resolve('spdx-license-list/package.json')),
  'licenses',
);

/** A licence's text from the SPDX list. */
function spdx(id: string): string {
  return (JSON.parse(readFileSync(join(texts, `${id}.json`), 'utf8')) as { licenseText: string }).licenseText;
}

async function detect(contents: Readonly<Record<string, string | Uint8Array>>) {
  const projects = await detectProjectLicenses(memoryFiles(contents), Object.keys(contents).sort());
  return Object.fromEntries(projects.map((project) => [project.path, project]));
}

async function rootLicense(contents: Readonly<Record<string, string | Uint8Array>>): Promise<string | null> {
  return licenseText((await detect(contents))['']?.license ?? null);
}

describe('the licence of a project, from texts', () => {
  it('knows common texts with another holder, other years, other line wraps and comment marks', async () => {
    for (const id of [
      'MIT',
      'BSD-3-Clause',
      'BSD-2-Clause',
      'ISC',
      'Apache-2.0',
      'MPL-2.0',
      'AGPL-3.0-only',
      'CC-BY-NC-4.0',
    ]) {
      const words = spdx(id)
        .replace(/<year>/g, '2024')
        .replace(/<[^>]*>/g, 'Some One')
        .split(/\s+/);
      const wrapped = words.join(' ').replace(/(.{1,60})\s/g, '# $1\n');
      assert.equal(await rootLicense({ LICENSE: `Copyright (c) 2019-2024 Some One\n\n${wrapped}` }), id);
    }
  });

  it('tells the licences of one family apart', async () => {
    for (const id of [
      'BSD-3-Clause-Clear',
      'BSD-4-Clause',
      'MIT-0',
      'X11',
      'LGPL-2.1-only',
      'CC-BY-NC-SA-4.0',
      'CC-BY-SA-4.0',
      'CC0-1.0',
    ])
      assert.equal(await rootLicense({ 'LICENSE.txt': spdx(id) }), id);
  });

  it('does without the appendix of the Apache License', async () => {
    const text = spdx('Apache-2.0');
    assert.equal(await rootLicense({ LICENSE: text.slice(0, text.indexOf('APPENDIX')) }), 'Apache-2.0');
  });

  it('takes files that are named after their licences for a choice', async () => {
    assert.equal(
      await rootLicense({ 'LICENSE-MIT': spdx('MIT'), 'LICENSE-APACHE': spdx('Apache-2.0') }),
      'MIT OR Apache-2.0',
    );
  });

  it('takes the LGPL with the GPL that it adds to', async () => {
    assert.equal(
      await rootLicense({ COPYING: spdx('GPL-2.0-only'), 'COPYING.LESSER': spdx('LGPL-2.1-only') }),
      'LGPL-2.1-only',
    );
  });

  it('knows version 3 of the LGPL alone, beside the GPL that it adds to, and with it in one file', async () => {
    const both = spdx('LGPL-3.0-only');
    const alone = both.slice(0, both.indexOf('\nGNU GENERAL PUBLIC LICENSE\n'));
    assert.ok(alone.length < 8000);
    assert.equal(await rootLicense({ LICENSE: alone }), 'LGPL-3.0-only');
    assert.equal(await rootLicense({ LICENSE: both }), 'LGPL-3.0-only');
    const beside = { COPYING: spdx('GPL-3.0-only'), 'COPYING.LESSER': alone };
    assert.equal(await rootLicense(beside), 'LGPL-3.0-only');
  });

  it("keeps to the first licence when those of others' parts follow", async () => {
    const text = `${spdx('BSD-3-Clause')}\n\nThis product bundles zlib:\n\n${spdx('Zlib')}`;
    assert.equal(await rootLicense({ LICENSE: text }), 'BSD-3-Clause');
  });

  it('does not take a licence with the Commons Clause for the licence', async () => {
    const clause = `"Commons Clause" License Condition v1.0\n\nThe Software is provided to you under the License, subject to the following
      condition. Without limiting other conditions in the License, the grant of rights will not include the right to Sell.`;
    assert.equal(await rootLicense({ LICENSE: `${clause}\n\n${spdx('MIT')}` }), null);
  });

  it('knows model licences by their titles', async () => {
    assert.equal(
      await rootLicense({ LICENSE: 'LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n\nLlama 3.1 …' }),
      'llama3.1',
    );
    assert.equal(
      await rootLicense({ LICENSE: 'CreativeML Open RAIL-M\ndated August 22, 2022\n…' }),
      'creativeml-openrail-m',
    );
  });

  it("knows model licences that are another licence's words with some of their own", async () => {
    const apache = spdx('Apache-2.0').replace('Apache License\nVersion 2.0, January 2004', '');
    const limit = 'Any Commercial Use by a Legal Entity that exceeds the Threshold is not licensed.';
    assert.equal(await rootLicense({ LICENSE: `LFM Open License v1.0\n\n${apache}\n${limit}` }), 'lfm1.0');
    const others =
      'The weights that this project loads are under the Llama 2 Community License Agreement of Meta, this is:';
    assert.equal(await rootLicense({ LICENSE: `${others}\n\n${spdx('MIT')}` }), 'MIT');
    const sentence = 'Our only modification part is that you shall display "Kimi K2" on the user interface.';
    assert.equal(await rootLicense({ LICENSE: `${spdx('MIT')}\n\n${sentence}` }), 'modified-mit');
  });

  it('takes a choice from the top of a text only, and not from what is said of some files', async () => {
    const top =
      'All contributions are MIT licensed. Modifications on these files are dual licensed (both MIT and PSF).';
    assert.equal(await rootLicense({ LICENSE: `${top}\n\n${spdx('MIT')}\n\n${spdx('PSF-2.0')}` }), 'MIT');
    const choice = 'This software is dual-licensed under the MIT and the Apache license, at your option.';
    const both = `${choice}\n\n${spdx('MIT')}\n\n${spdx('Apache-2.0')}`;
    assert.equal(await rootLicense({ LICENSE: both }), 'MIT OR Apache-2.0');
  });

  it('takes a copy that differs by a word for the licence whose terms are known', async () => {
    const author = spdx('BSD-3-Clause').replace(
      /the name of the copyright holder nor the names of its contributors may/i,
      'The name of the author may not',
    );
    assert.equal(await rootLicense({ LICENSE: author }), 'BSD-3-Clause');
  });

  it('knows notices and titles that stand for a text', async () => {
    const notice =
      'This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy was not distributed, see there.';
    assert.equal(await rootLicense({ LICENSE: `A bundle of certificates.\n\n${notice}` }), 'MPL-2.0');
    const postgres =
      'PostgreSQL License\n\nCopyright (c) 2024, Jane Doe\n\nPermission to use, copy, modify, and distribute this software is granted.';
    assert.equal(await rootLicense({ LICENSE: postgres }), 'PostgreSQL');
  });

  it('leaves out licences of data, models and third parties', async () => {
    assert.equal(isLicenseEvidence('LICENSE-THIRD-PARTY.txt'), false);
    assert.equal(isLicenseEvidence('LICENSE_MODELS'), false);
    assert.equal(isLicenseEvidence('src/license.py'), false);
    assert.equal(isLicenseEvidence('pkg/LICENCE.md'), true);
    const license = await rootLicense({ LICENSE: spdx('MIT'), DATA_LICENSE: spdx('CC-BY-NC-4.0') });
    assert.equal(license, 'MIT');
  });
});

describe('the licence of a project, from manifests', () => {
  const manifests: Readonly<Record<string, readonly [file: string, text: string, license: string | null]>> = {
    'PEP 639': [
      'pyproject.toml',
      '[project]\nname = "a"\nlicense = "MIT OR Apache-2.0"\n',
      'MIT OR Apache-2.0',
    ],
    'PEP 621': [
      'pyproject.toml',
      '[project]\nname = "a"\nlicense = { text = "BSD 3-Clause" }\n',
      'BSD-3-Clause',
    ],
    'a classifier': [
      'pyproject.toml',
      '[project]\nclassifiers = ["License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)"]\n',
      'GPL-3.0-or-later',
    ],
    Poetry: ['pyproject.toml', '[tool.poetry]\nlicense = "Apache-2.0"\n', 'Apache-2.0'],
    'setup.cfg': ['setup.cfg', '[metadata]\nname = a\nlicense = MIT\n[options]\n', 'MIT'],
    'setup.cfg, a file': ['setup.cfg', '[metadata]\nlicense = file: LICENSE\n', null],
    'setup.py': ['setup.py', 'setup(\n    name="a",\n    license="Apache 2.0",\n)\n', 'Apache-2.0'],
    'setup.py, commented': ['setup.py', 'setup(\n    # license="MIT",\n)\n', null],
    'package.json': ['package.json', '{ "license": "ISC" }', 'ISC'],
    'package.json, old list': [
      'package.json',
      '{ "licenses": [{ "type": "MIT" }, { "type": "Apache-2.0" }] }',
      'MIT OR Apache-2.0',
    ],
    'package.json, closed': ['package.json', '{ "license": "UNLICENSED" }', 'proprietary'],
    'package.json, elsewhere': ['package.json', '{ "license": "SEE LICENSE IN LICENSE.txt" }', null],
    'Cargo.toml': ['Cargo.toml', '[package]\nlicense = "MIT/Apache-2.0"\n', 'MIT OR Apache-2.0'],
    'CITATION.cff': [
      'CITATION.cff',
      'cff-version: 1.2.0\nlicense:\n  - MIT\n  - Apache-2.0\n',
      'MIT OR Apache-2.0',
    ],
    'REUSE.toml': [
      'REUSE.toml',
      'version = 1\n[[annotations]]\npath = "**"\nSPDX-License-Identifier = "EUPL-1.2"\n',
      'EUPL-1.2',
    ],
    dep5: ['.reuse/dep5', 'Format: x\n\nFiles: *\nCopyright: me\nLicense: CC0-1.0\n', 'CC0-1.0'],
    'an SPDX tag': ['train.py', '# SPDX-License-Identifier: BSD-3-Clause\nimport torch\n', 'BSD-3-Clause'],
    'broken TOML': ['pyproject.toml', '[project\nlicense = "MIT"', null],
    'broken JSON': ['package.json', '{ "name": ', null],
    'endless brackets': ['package.json', `{"license":${'['.repeat(300_000)}`, null],
    'endless TOML': ['pyproject.toml', `license = ${'['.repeat(300_000)}`, null],
    'endless YAML': ['CITATION.cff', `license: ${'['.repeat(20_000)}`, null],
  };
  for (const [name, [file, text, license]] of Object.entries(manifests)) {
    it(name, async () => {
      assert.equal(await rootLicense({ [file]: text }), license);
    });
  }

  it('says the line', async () => {
    const project = (await detect({ 'pyproject.toml': '[project]\nname = "a"\n\nlicense = "MIT"\n' }))[''];
    assert.equal(project?.evidence[0]?.place.range.start.line, 3);
  });
});

describe('the licence of a project, from several files', () => {
  it('believes the text before a manifest, and tells of the conflict', async () => {
    const project = (await detect({ LICENSE: spdx('GPL-3.0-only'), 'package.json': '{"license":"MIT"}' }))[
      ''
    ];
    assert.equal(licenseText(project?.license ?? null), 'GPL-3.0-only');
    assert.ok(project?.conflict);
    assert.equal(project.evidence[0]?.place.file, 'LICENSE');
  });

  it('lets a manifest say "or later", or the choice of which the text is a part', async () => {
    const gpl = { LICENSE: spdx('GPL-3.0-only'), 'setup.cfg': '[metadata]\nlicense = GPL-3.0-or-later\n' };
    assert.equal(await rootLicense(gpl), 'GPL-3.0-or-later');
    const dual = { LICENSE: spdx('MIT'), 'Cargo.toml': '[package]\nlicense = "MIT OR Apache-2.0"\n' };
    assert.equal(await rootLicense(dual), 'MIT OR Apache-2.0');
  });

  it('sees no conflict in a vague name', async () => {
    const classifier = 'setup(classifiers=["License :: OSI Approved :: BSD License"])';
    const project = (await detect({ LICENSE: spdx('BSD-3-Clause'), 'setup.py': classifier }))[''];
    assert.equal(project?.conflict, null);
  });

  it('gives each package of a monorepo its own, and a file the nearest', async () => {
    const contents = {
      LICENSE: spdx('MIT'),
      'packages/a/LICENSE': spdx('Apache-2.0'),
      'packages/b/package.json': '{"name":"b"}',
    };
    const projects = Object.values(await detect(contents));
    assert.equal(licenseText(projectOf(projects, 'packages/a/src/x.py')?.license ?? null), 'Apache-2.0');
    assert.equal(licenseText(projectOf(projects, 'packages/b/x.py')?.license ?? null), 'MIT');
    assert.equal(licenseText(projectOf(projects, 'packages/ab.py')?.license ?? null), 'MIT');
  });

  it('says which licence file it could not understand', async () => {
    for (const [content, reason] of [
      [new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]), 'not a text file'],
      ['  \n', 'empty'],
      [new Uint8Array(20_000_000).fill(65), 'too large'],
      ['You may look but not touch.', 'its text is no licence that is known here'],
    ] as const) {
      const project = (await detect({ LICENSE: content }))[''];
      assert.equal(project?.license, null);
      assert.equal(project.unread?.[0]?.reason.text, reason);
    }
  });

  it('follows a symbolic link at the root, which a listing leaves out, and tells of a loop', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ptm-lens-license-'));
    const read = async () => {
      const files = new NodeFiles(root);
      const [project] = await detectProjectLicenses(files, (await files.list({ cancelled: false })).files);
      return project;
    };
    try {
      writeFileSync(join(root, 'text.md'), spdx('MIT'));
      symlinkSync('text.md', join(root, 'LICENSE'));
      assert.equal(licenseText((await read())?.license ?? null), 'MIT');
      rmSync(join(root, 'LICENSE'));
      symlinkSync('LICENSE', join(root, 'LICENSE'));
      const project = await read();
      assert.equal(project?.license, null);
      assert.deepEqual(
        project.unread?.map(({ file }) => file),
        ['LICENSE'],
      );
      assert.match(english(project.unread[0]?.reason ?? message('')), /loop of symbolic links/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

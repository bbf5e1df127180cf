import assert from 'node:assert/strict';
import { countInventories, resolutionLabels } from '../../../src/present/counts';
import { diagnosticText } from '../../../src/present/diagnostic';
import { hubPage } from '../../../src/present/hubPage';
import { statusLooks } from '../../../src/present/modelStatus';
import { ageOf, compactNumber, plainDate } from '../../../src/present/numbers';
import { placeLabel } from '../../../src/present/place';
import { shown } from '../../../src/present/shown';
import { statusText } from '../../../src/present/statusText';
import { suppressionAbove } from '../../../src/present/suppression';
import type { Finding } from '../../../src/rules/finding';
import { english, message } from '../../../src/shared/message';
import { entry, inventory, judgement, place, reader, used } from './samples';

const finding: Finding = {
  rule: 'license-missing',
  severity: 'information',
  place: place(0, 0, 5),
  model: 'a/b',
  message: message('{0} declares no licence.', 'a/b'),
  basis: message('Without a licence nothing is allowed.'),
  related: [],
  fixes: [],
  suppressed: null,
};

describe('numbers and dates', () => {
  it('are short', () => {
    const cases: [number, string][] = [
      [0, '0'],
      [999, '999'],
      [12_345, '12.3K'],
      [109_482_240, '109M'],
      [7_000_000_000, '7B'],
    ];
    for (const [value, text] of cases) assert.equal(compactNumber(value, reader), text);
  });

  it('are as precise as they are known', () => {
    assert.equal(plainDate('2023', reader), '2023');
    assert.equal(plainDate('2023-08', reader), 'Aug 2023');
    assert.equal(plainDate('2024-07-11', reader), 'Jul 11, 2024');
    assert.equal(plainDate('soon', reader), 'soon');
  });

  it('have an age', () => {
    const age = (date: string) => {
      const said = ageOf(date, reader);
      return said && english(said);
    };
    assert.deepEqual(
      ['2026-11-01', '2026-10', '2026-03-30', '2025-09', '2023-08', 'soon', '2027-01'].map(age),
      [null, '1 month old', '8 months old', '1 year old', '3 years old', null, null],
    );
  });
});

describe('hub pages', () => {
  it('are made of ids alone', () => {
    assert.equal(hubPage('a/b', 'huggingface'), 'https://huggingface.co/a/b');
    assert.equal(hubPage('gpt2', 'huggingface'), 'https://huggingface.co/gpt2');
    assert.equal(hubPage('owner/repo:main#entry', 'pytorch'), 'https://github.com/owner/repo');
  });

  it('are not made of anything else', () => {
    for (const id of [
      '',
      '../x',
      'a/b/c',
      'a b',
      'a/b?x=1',
      'a/b#x',
      '//evil',
      'https://x',
      'a/b)',
      '\u202ea/b',
    ]) {
      assert.equal(hubPage(id, 'huggingface'), null, id);
    }
    assert.equal(hubPage('resnet50', 'pytorch'), null);
    assert.equal(hubPage('x', 'other'), null);
  });
});

describe('counts and the status item', () => {
  const counts = countInventories([
    inventory([
      entry([used()]),
      entry([used()]),
      entry([used({ lookup: { answer: 'local', path: './x' }, id: './x', judgement: null })], {
        resolution: 'local',
      }),
      entry([], { resolution: 'unresolved' }),
    ]),
    inventory([entry([used({ judgement: judgement({ kind: 'restricted' }) })])], {
      projectFindings: [finding],
    }),
  ]);

  it('count each model once and each usage by its resolution', () => {
    assert.equal(counts.models, 1);
    assert.equal(counts.usages, 5);
    assert.deepEqual(resolutionLabels(counts).map(english), ['3 resolved', '1 unresolved', '1 local']);
    assert.equal(counts.warnings, 0);
  });

  it('show the worst judgement', () => {
    const { text, spoken } = statusText(counts, false, reader);
    assert.equal(text, '$(layers) 1 PTM $(warning)');
    assert.match(
      spoken,
      /1 model loaded by this workspace\. 3 resolved, 1 unresolved, 1 local\. Worst judgement: restricted$/,
    );
    assert.doesNotMatch(spoken, /\$\(/);
    assert.match(statusText(counts, true, reader).text, /^\$\(sync~spin\) 1 PTM/);
    const begun = { ...counts, models: 0, usages: 0, worst: null };
    assert.equal(statusText(begun, true, reader).text, '$(sync~spin) PTM');
  });

  it('give no two statuses the same look', () => {
    const looks = Object.values(statusLooks);
    assert.equal(new Set(looks.map(({ icon }) => icon)).size, looks.length);
    assert.equal(new Set(looks.map(({ rank }) => rank)).size, looks.length);
  });
});

describe('a problem', () => {
  it('is one sentence; on a project, which has no hover, also what it rests on', () => {
    assert.equal(diagnosticText(finding, english), 'a/b declares no licence.');
    const onProject = {
      ...finding,
      model: '',
      message: message('No licence.'),
      basis: message('No file says.'),
    };
    assert.equal(diagnosticText(onProject, english), 'No licence. No file says.');
    assert.equal(diagnosticText({ ...onProject, basis: null }, english), 'No licence.');
  });

  it('writes out what would hide in it', () => {
    assert.equal(
      diagnosticText({ ...finding, message: message('x\u202e\ny'), basis: null }, english),
      'x\\u{202e}\\u{a}y',
    );
  });
});

describe('a suppression', () => {
  const lines = (text: string) => (line: number) => text.split('\n')[line] ?? '';

  it('is a comment above the line, indented alike', () => {
    const inserted = suppressionAbove('license-missing', 1, lines('def f():\n    load("x")'), 'python');
    assert.deepEqual(inserted, { line: 1, text: '    # ptm-lens: ignore[license-missing]\n' });
  });

  it('is written as the language comments', () => {
    assert.equal(
      suppressionAbove('remote-code', 0, lines('x'), 'typescript')?.text,
      '// ptm-lens: ignore[remote-code]\n',
    );
    assert.equal(suppressionAbove('remote-code', 0, lines('x'), 'json'), null);
  });

  it('does not cut a line that goes on', () => {
    assert.equal(suppressionAbove('remote-code', 1, lines('x = \\\nload("y")'), 'python'), null);
  });
});

describe('places and cut text', () => {
  it('are counted from 1', () => {
    assert.equal(english(placeLabel(place(0, 0, 1, 'a/b.py'))), 'b.py:1');
    assert.equal(english(placeLabel({ ...place(4, 0, 1, 'n.ipynb'), cell: 2 })), 'n.ipynb, cell 3, line 5');
  });

  it('are cut between characters', () => {
    assert.equal(shown('abcdef', 4), 'abc…');
    assert.equal(shown('👍👍👍👍', 3), '👍👍…');
    assert.equal(shown('abc', 3), 'abc');
  });
});

/** Cards that are broken, hostile or huge: what can be read is read, the rest is said, nothing throws. */
import assert from 'node:assert/strict';
import { type Card, fieldNames } from '../../../src/cards/card';
import { extractCard } from '../../../src/cards/extract';
import { cardFieldsOf } from '../../../src/cards/summary';
import { english } from '../../../src/shared/message';

const problems = (card: Card) => card.problems.map(english).join('\n');

function everyText(card: Card): string[] {
  return fieldNames.flatMap((name) =>
    card.fields[name].flatMap(({ value, name: called, dataset, link, evidence }) =>
      [String(value), called, dataset, link, evidence.quote, evidence.section].filter(
        (text) => text !== undefined,
      ),
    ),
  );
}

describe('bad cards', () => {
  it('broken YAML is read line by line, and that is said', () => {
    const card = extractCard(
      '---\nlicense: mit\nlanguage:\n- en\n- "de\ntags: [a, b\n---\n# X\n\nIt has 7B parameters.\n',
    );
    assert.equal(card.fields.license[0]?.value, 'mit');
    assert.equal(card.fields.language[0]?.value, 'en');
    assert.equal(card.fields.parameterCount[0]?.value, 7e9);
    assert.match(problems(card), /not valid YAML/);
  });

  it('an alias bomb stays small', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`,
    );
    const card = extractCard(`---\nlicense: mit\n${levels.join('\n')}\nlanguage: *a11\n---\n# X\n`);
    assert.equal(card.fields.license[0]?.value, 'mit');
    assert.ok(card.fields.language.length <= 200);
  });

  it('front matter without an end is text', () => {
    const card = extractCard('---\nlicense: mit\n\nIt has 7B parameters.\n');
    assert.equal(card.fields.parameterCount[0]?.value, 7e9);
  });

  it('keeps only addresses of the web', () => {
    const card = extractCard(
      [
        '- **Repository:** [code](javascript:alert(1))',
        '- **Demo:** [try](data:text/html,<script>alert(1)</script>)',
        '- **Paper:** [A paper](command:workbench.action.quit)',
        '<a href="vbscript:x">paper</a>',
        'See the paper [here](https://arxiv.org/abs/2101.00001).',
      ].join('\n'),
    );
    const links = fieldNames.flatMap((name) => card.fields[name].flatMap(({ link }) => link ?? []));
    assert.ok(links.length > 0);
    for (const link of links) assert.match(link, /^https?:\/\//);
  });

  it('leaves scripts and styles of HTML out, reads the rest of the soup', () => {
    const card = extractCard(
      '<div><p align="center"><b>License:</b> MIT<br><script>License: evil</script></p><style>a{}</style>\n<table><tr><td>x</div>\n\nIt has 7B parameters.\n',
    );
    assert.equal(card.fields.parameterCount[0]?.value, 7e9);
    for (const text of everyText(card)) assert.ok(!/script|evil|a\{\}/.test(text), text);
  });

  it('drops control characters and marks that turn text around', () => {
    const card = extractCard(
      '---\nlicense: m\u202eit\u0007\n---\n# X\n\nBase model: org/ba\u200bse-1\u0000\n',
    );
    assert.equal(card.fields.license[0]?.value, 'mit');
    assert.equal(card.fields.baseModel[0]?.value, 'org/base-1');
  });

  it('a table of 5 MB is read in part, and that is said', () => {
    const rows = Array.from({ length: 150_000 }, (_, row) => `| data${row} | 12.5 | 13.5 |`);
    const text = `## Results\n\n| Data | BLEU | F1 |\n|---|---|---|\n${rows.join('\n')}\n\n## Limitations\n\nToo large.\n`;
    assert.ok(text.length > 4_000_000);
    const card = extractCard(text);
    assert.ok(card.fields.evaluation.length > 0 && card.fields.evaluation.length <= 200);
    assert.match(problems(card), /long table/);
  });

  it('a line of 5 MB is cut, and that is said', () => {
    const card = extractCard(
      `It has 7B parameters.\n\n${'![x](data:image/png;base64,AAAA'.repeat(160_000)}\n`,
    );
    assert.equal(card.fields.parameterCount[0]?.value, 7e9);
    assert.match(problems(card), /too long/);
  });

  it('the same holds for thousands of brackets, quotes and lists', () => {
    for (const part of [
      '[',
      '](',
      '> ',
      '- ',
      '*',
      '<a href="',
      '`',
      '![[',
      '&amp;',
      '|',
      '(1 of (',
      ':',
      '  - a: ',
    ])
      assert.doesNotThrow(() => extractCard(part.repeat(30_000)), part);
  });

  it('keeps lines right with Windows and old Mac line ends', () => {
    for (const end of ['\r\n', '\r']) {
      const card = extractCard(['# X', '', 'It has 7B parameters.'].join(end));
      assert.equal(card.fields.parameterCount[0]?.evidence.startLine, 2);
    }
  });

  it('names of objects are names of nothing', () => {
    const card = extractCard(
      '---\n__proto__: x\nconstructor: y\nlicense: mit\n---\n- constructor: 3\n- __proto__: 4\n',
    );
    assert.equal(card.fields.license[0]?.value, 'mit');
    assert.deepEqual(cardFieldsOf('---\nlicense: mit\n---\n'), { license: 'mit' });
  });
});

describe('cards in other languages', () => {
  const cases: readonly (readonly [name: string, heading: string, text: string])[] = [
    ['Chinese', '## 局限性', '该模型可能产生有害内容。'],
    ['Japanese', '## 制限事項とバイアス', 'このモデルは長い文章に弱いです。'],
    ['Arabic', '## القيود والتحيز', 'النموذج لا يعمل مع النصوص الطويلة.'],
    ['Russian', '## Ограничения', 'Модель плохо работает с длинными текстами.'],
  ];
  for (const [name, heading, text] of cases)
    it(`${name}: front matter, links and numbers are read, and the limits by their heading`, () => {
      const card = extractCard(
        `---\nlicense: mit\nlanguage: xx\n---\n# 模型\n\n[GitHub](https://github.com/me/mine)：${text} F1: 91.5\n\n${heading}\n\n${text}\n`,
      );
      assert.equal(card.fields.license[0]?.value, 'mit');
      assert.equal(card.fields.githubRepo[0]?.value, 'https://github.com/me/mine');
      assert.equal(card.fields.limitationAndBias[0]?.value, text);
    });

  it('labels may end in a full-width colon', () => {
    assert.equal(extractCard('License：MIT\n').fields.license[0]?.value, 'MIT');
  });
});

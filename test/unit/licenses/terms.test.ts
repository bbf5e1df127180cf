import assert from 'node:assert/strict';
import { compatibilityCell, tableLicenses } from '../../../src/licenses/compatibility';
import { canonicalName } from '../../../src/licenses/names/parse';
import { allTerms, termsOf } from '../../../src/licenses/terms';

const answers = ['yes', 'no', '?'];
const words: Readonly<Record<string, readonly string[]>> = {
  commercial: [...answers, 'limited'],
  distribute: answers,
  derive: answers,
  serve: answers,
  share: ['none', 'file', 'library', 'derivative', 'work', '?'],
  network: answers,
  credit: ['none', 'notice', 'name', '?'],
  restrict: answers,
  accept: answers,
  gpl: ['both', 'v2', 'v3', 'no', '?'],
  read: ['text', 'clauses', 'published', 'none'],
};

describe('the terms table', () => {
  it('holds only the words that its columns allow', () => {
    assert.ok(allTerms().length > 200);
    for (const terms of allTerms()) {
      for (const [column, allowed] of Object.entries(words)) {
        const cell = String(terms[column as keyof typeof terms]);
        assert.ok(allowed.includes(cell), `${terms.id}: ${column} is ${cell}`);
      }
      assert.match(
        terms.threshold,
        /^$|^\?$|^(register|(users|visits|revenue) \d+)(, (users|visits|revenue) \d+)?$/,
        terms.id,
      );
      assert.match(terms.source, /^https:\/\//, terms.id);
    }
  });

  it('names each licence as the rest of the program does', () => {
    for (const { id } of allTerms()) assert.equal(canonicalName(id), id);
  });

  it('has a row for every licence of the Linux Foundation table', () => {
    const { projects, models } = tableLicenses();
    for (const id of new Set([...projects, ...models])) assert.ok(termsOf(id), id);
  });

  it('says that a limit is there where commercial use is limited', () => {
    for (const { id, commercial, threshold } of allTerms()) {
      if (/^(users|visits|revenue|register)/.test(threshold)) assert.equal(commercial, 'limited', id);
    }
  });
});

describe('what the terms rest on', () => {
  it('is named with its place and day wherever a text or clauses were read', () => {
    for (const { id, read, at, on } of allTerms()) {
      if (read !== 'text' && read !== 'clauses') continue;
      assert.match(at, /^https:\/\//, id);
      assert.match(on, /^\d{4}-\d{2}-\d{2}$/, id);
    }
  });

  it('leaves every term open of a licence that nobody has read', () => {
    const unread = allTerms().filter(({ read }) => read === 'none');
    assert.ok(unread.length > 0);
    for (const { id, commercial, distribute, derive, serve, share, restrict } of unread)
      assert.deepEqual(new Set([commercial, distribute, derive, serve, share, restrict]), new Set(['?']), id);
  });

  it("is the text for the licences of today's models that are most in use", () => {
    const read = [
      'llama2',
      'llama3',
      'llama3.1',
      'llama3.2',
      'llama3.3',
      'llama4',
      'gemma',
      'qwen',
      'deepseek',
    ];
    for (const id of [...read, 'openrail++', 'creativeml-openrail-m', 'bigscience-bloom-rail-1.0'])
      assert.equal(termsOf(id)?.read, 'text', id);
  });
});

describe('the Linux Foundation table', () => {
  const { projects, models } = tableLicenses();

  it('has 43 rows and 59 columns, all of the same length', () => {
    assert.equal(projects.length, 43);
    assert.equal(models.length, 59);
    for (const project of projects) {
      for (const model of models) assert.ok(compatibilityCell(project, model), `${project} ${model}`);
    }
  });

  it('says the cells that the paper reports on', () => {
    assert.equal(compatibilityCell('Apache-2.0', 'GPL-3.0-only'), 'no');
    assert.equal(compatibilityCell('MIT', 'AGPL-3.0-only'), 'no');
    assert.equal(compatibilityCell('GPL-3.0-only', 'Apache-2.0'), 'yes');
    assert.equal(compatibilityCell('MIT', 'MIT'), 'yes');
    assert.equal(compatibilityCell('MIT', 'BSL-1.0'), '?');
    assert.equal(compatibilityCell('MIT', 'openrail'), null);
  });
});

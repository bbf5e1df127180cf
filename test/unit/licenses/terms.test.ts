import assert from 'node:assert/strict';
import { compatibilityCell, tableLicenses } from '../../../src/licenses/compatibility';
import { canonicalName } from '../../../src/licenses/names/parse';
import { allTerms, termsOf } from '../../../src/licenses/terms';

const answers = ['yes', 'no', '?'];
const words: Readonly<Record<string, readonly string[]>> = {
  commercial: [...answers, 'limited'],
  distribute: answers,
  derive: answers,
  share: ['none', 'file', 'library', 'derivative', 'work', '?'],
  network: answers,
  credit: ['none', 'notice', 'name', '?'],
  restrict: answers,
  accept: answers,
  gpl: ['both', 'v2', 'v3', 'no', '?'],
};

describe('the terms table', () => {
  it('holds only the words that its columns allow', () => {
    assert.ok(allTerms().length > 200);
    for (const terms of allTerms()) {
      for (const [column, allowed] of Object.entries(words)) {
        const cell = String(terms[column as keyof typeof terms]);
        assert.ok(allowed.includes(cell), `${terms.id}: ${column} is ${cell}`);
      }
      assert.match(terms.threshold, /^$|^\?$|^register$|^(users|revenue) \d+$/, terms.id);
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
      if (/^(users|revenue|register)/.test(threshold)) assert.equal(commercial, 'limited', id);
    }
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

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulePage, rulePageFile } from '../../../scripts/docs/rulePage';
import { repository } from '../../../scripts/host/folder';
import { allRules, ruleDocs } from '../../../src/rules/registry';

describe('the pages of the rules in docs/rules', () => {
  it('are what npm run docs:rules writes', async () => {
    for (const rule of allRules)
      assert.equal(readFileSync(rulePageFile(rule.id), 'utf8'), await rulePage(rule), rule.id);
  });

  it('are one for each rule and no other', () => {
    const [first] = allRules;
    assert.ok(first);
    const pages = readdirSync(dirname(rulePageFile(first.id))).sort();
    assert.deepEqual(pages, allRules.map(({ id }) => `${id}.md`).sort());
  });

  it('are where Problems link to', () => {
    for (const { id } of allRules) assert.ok(existsSync(join(repository, ruleDocs(id))), ruleDocs(id));
  });
});

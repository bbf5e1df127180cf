/** `npm run docs:rules`: writes docs/rules/, one page a rule. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { allRules } from '../../src/rules/registry';
import { rulePage, rulePageFile } from './rulePage';

async function main(): Promise<void> {
  for (const rule of allRules) {
    const file = rulePageFile(rule.id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await rulePage(rule));
  }
}

void main();

import assert from 'node:assert/strict';
import type { Lookup } from '../../../src/db/record';
import type { Inventory } from '../../../src/inventory/types';
import { summarizeModels } from '../../../src/report/models';
import { entry, lookup, record } from '../rules/cases';

function statusOf(found: Lookup): unknown {
  const usages = [entry(1, found, {})];
  const inventory: Inventory = {
    files: [{ file: 'train.py', usages, findings: [], problems: [] }],
    projects: [],
    projectFindings: [],
    scanned: 1,
    skipped: [],
  };
  const [model] = summarizeModels(inventory);
  return [model?.license, model?.licenseStatus];
}

describe('a model without a licence in a report', () => {
  it('declares none only where a source speaks of its licence', () => {
    assert.deepEqual(statusOf(lookup(record('a/b', 'mit'))), ['mit', 'declared']);
    assert.deepEqual(statusOf(lookup(record('a/b', null))), [null, 'none-declared']);
    assert.deepEqual(statusOf(lookup(record('a/b', null, { sources: {} }))), [null, 'not-known']);
    assert.deepEqual(statusOf({ answer: 'not-in-catalog', written: 'a/b', asOf: '' }), [null, 'not-known']);
    assert.deepEqual(statusOf({ answer: 'local', path: './b' }), [null, 'not-known']);
  });
});

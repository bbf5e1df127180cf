import assert from 'node:assert/strict';
import { idsInFile } from '../../../src/present/idsInFile';
import { longSummary, summary } from '../../../src/present/summary';
import type { UsageEntry } from '../../../src/inventory/types';
import { entry, found, inventory, judgement, place, reader, record, used, written } from './samples';

const bert = (line: number, column = 8, file = 'train.py') =>
  used({ written: written('bert', place(line, column, column + 4, file)) });

const idsOf = (usages: readonly UsageEntry[], cell: number | null = null) =>
  idsInFile(inventory(usages).files[0], cell).map(
    ({ range: { start } }) => `${String(start.line)}:${String(start.column)}`,
  );

describe('the ids that are written in a file', () => {
  it('come by place, an id of several calls once', () => {
    assert.deepEqual(idsOf([entry([bert(9)]), entry([bert(2, 30)]), entry([bert(2, 4), bert(9)])]), [
      '2:4',
      '2:30',
      '9:8',
    ]);
  });

  it('do not hold composed ids, those of other files and of other cells', () => {
    assert.deepEqual(
      idsOf([
        entry([used({ written: written('a/b', null) })]),
        entry([bert(1, 8, 'conf.py')]),
        entry([bert(5)]),
      ]),
      ['5:8'],
    );
    assert.deepEqual(idsOf([entry([bert(5)])], 2), []);
    assert.deepEqual(idsInFile(undefined, null), []);
  });
});

describe('a model in a few words', () => {
  it('says licence, fit and downloads', () => {
    assert.equal(summary(used(), reader), 'Apache-2.0 · fits');
    assert.equal(longSummary(used(), reader), 'Apache-2.0 · fits · 46.9M downloads a month');
    const unfit = used({ judgement: judgement({ kind: 'incompatible' }) });
    assert.equal(summary(unfit, reader), 'Apache-2.0 · does not fit');
  });

  it('says each of the other answers once', () => {
    const bare = record({ license: null, downloads: null });
    assert.equal(
      longSummary(used({ lookup: { answer: 'no-license', record: bare, alias: null } }), reader),
      'no licence declared',
    );
    const unknown = used({ lookup: { answer: 'not-in-catalog', written: 'me/mine', asOf: '2024' } });
    assert.equal(summary(unknown, reader), 'not in the catalogue');
    assert.equal(
      summary(used({ lookup: { answer: 'local', path: './out' }, id: './out' }), reader),
      'local model',
    );
    assert.equal(
      longSummary(used({ lookup: found(record({ downloads: null })) }), reader),
      'Apache-2.0 · fits',
    );
  });
});

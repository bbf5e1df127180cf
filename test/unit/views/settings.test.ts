import assert from 'node:assert/strict';
import { settingsTable } from '../../../src/views/settingsTable';

describe('settings that may be anything', () => {
  it('fall back where they are of another type', () => {
    assert.equal(settingsTable.enable.read('no'), true);
    assert.equal(settingsTable.enable.read(false), false);
    assert.deepEqual(settingsTable.exclude.read([1]), []);
    assert.deepEqual(settingsTable.exclude.read('a'), []);
    assert.deepEqual(settingsTable.exclude.read(['a']), ['a']);
  });

  it('keep the levels that are words for a level', () => {
    const set = {
      'license-missing': 'off',
      'remote-code': 'default',
      'model-moved': 3,
      'model-denied': 'error',
    };
    assert.deepEqual(settingsTable.levels.read(set), { 'license-missing': 'off', 'model-denied': 'error' });
    assert.deepEqual(settingsTable.levels.read(null), {});
    assert.deepEqual(settingsTable.levels.read('off'), {});
  });
});

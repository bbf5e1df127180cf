import assert from 'node:assert/strict';
import { FolderNames } from '../../../src/inventory/folderNames';

const tree: Readonly<Record<string, readonly string[]>> = { '': ['src', 'ReadMe.md'], src: ['main.py'] };
const names = () => new FolderNames((folder) => tree[folder] ?? []);

describe('names in folders', () => {
  it('name the shortest part of a path that is not there', () => {
    assert.equal(names().missingPart('src/main.py'), null);
    assert.equal(names().missingPart('src/other.py'), 'src/other.py');
    assert.equal(names().missingPart('src/torch/nn/functional.py'), 'src/torch');
    assert.equal(names().missingPart('lib/a.py'), 'lib');
  });

  it('count whatever the case of their letters: a file system may not tell them apart', () => {
    assert.equal(names().missingPart('readme.MD'), null);
  });

  it('say nothing of paths that are more than names', () => {
    for (const path of ['src/../gone', './gone', 'gone/', 'a//b', '..', '', 'models\\bert', '/gone'])
      assert.deepEqual([names().missingPart(path), names().lacks(path)], [null, false], path);
  });
});

import assert from 'node:assert/strict';
import { Dependents } from '../../../src/inventory/dependents';

describe('what rests on what', () => {
  it('finds the files that asked for a path or a folder above it', () => {
    const dependents = new Dependents();
    dependents.set('train.py', [{ kind: 'module', path: 'settings.py' }]);
    dependents.set('serve.py', [{ kind: 'path', path: 'models/bert' }]);
    assert.deepEqual(dependents.of('settings.py'), ['train.py']);
    assert.deepEqual(dependents.of('models/bert/config.json'), ['serve.py']);
    assert.deepEqual(dependents.of('other.py'), []);
  });

  it('forgets what a file asked before', () => {
    const dependents = new Dependents();
    dependents.set('train.py', [{ kind: 'module', path: 'old.py' }]);
    dependents.set('train.py', [{ kind: 'module', path: 'new.py' }]);
    assert.deepEqual(dependents.of('old.py'), []);
    dependents.remove('train.py');
    assert.deepEqual(dependents.of('new.py'), []);
  });

  it('does not name the file itself', () => {
    const dependents = new Dependents();
    dependents.set('a.py', [{ kind: 'module', path: 'a.py' }]);
    assert.deepEqual(dependents.of('a.py'), []);
  });
});

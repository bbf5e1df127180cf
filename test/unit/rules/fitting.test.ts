import assert from 'node:assert/strict';
import type { ModelRecord } from '../../../src/db/record';
import { parseLicense } from '../../../src/licenses/names/parse';
import { fitting, type Frame } from '../../../src/rules/fitting';
import { defaultPolicy, type Policy } from '../../../src/rules/policy/policy';
import { pinsOf } from '../../../src/rules/revision';
import { entry, lookup, place, record } from './cases';

const noncommercial = record('org/mine', 'cc-by-nc-4.0', { parameters: 1e9 });
const candidates: ModelRecord[] = [
  record('org/mine', 'apache-2.0'),
  record('big/free', 'apache-2.0', { parameters: 70e9 }),
  record('near/gpl', 'gpl-3.0', { parameters: 1e9 }),
  record('near/rail', 'openrail', { parameters: 1e9 }),
  record('near/bare', null, { parameters: 1e9 }),
  record('near/mit', 'mit', { parameters: 3e9 }),
  record('unsized/apache', 'apache-2.0'),
  record('elsewhere/apache', 'apache-2.0', { hub: 'pytorch' }),
  record('near/bsd', 'bsd-3-clause', { parameters: 5e8 }),
];

function ids(policy: Partial<Policy> = {}, relation: Frame['relation'] = 'bundled', limit = 9): string[] {
  const license = parseLicense('MIT');
  const project = { path: '', license, evidence: [], conflict: null };
  const frame = { project, policy: { ...defaultPolicy, ...policy }, relation };
  return fitting(candidates, noncommercial, frame, limit).map(({ id }) => id);
}

describe('models that could be switched to', () => {
  it('ask for notices at most, are near in size where sizes are known, and come in the order given', () => {
    assert.deepEqual(ids(), ['near/mit', 'unsized/apache', 'near/bsd']);
    assert.deepEqual(ids({}, 'bundled', 2), ['near/mit', 'unsized/apache']);
  });

  it('are none that the policy denies or does not list', () => {
    assert.deepEqual(ids({ models: { deny: ['near/*'], private: [] } }), ['unsized/apache']);
    assert.deepEqual(ids({ licenses: { allow: ['BSD-3-Clause'], deny: [] } }), ['near/bsd']);
    assert.deepEqual(ids({ licenses: { allow: [], deny: ['MIT'] } }), ['unsized/apache', 'near/bsd']);
  });
});

describe('the revisions that a project pins', () => {
  const model = lookup(record('org/model', 'mit'));
  const at = (value: string | null) => entry(1, model, {}, { revision: { value, place: place(1, 20) } });

  it('are those of the same model, each once; a branch is none', () => {
    assert.deepEqual(pinsOf([at('main'), at('abc1234'), at('abc1234'), at(null)], 'org/model'), ['abc1234']);
    assert.deepEqual(pinsOf([at('abc1234'), at('v1.0')], 'org/model'), ['abc1234', 'v1.0']);
    assert.deepEqual(pinsOf([at('abc1234')], 'org/other'), []);
  });
});

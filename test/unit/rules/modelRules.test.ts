import assert from 'node:assert/strict';
import type { Revision, Usage } from '../../../src/analyzer/usage';
import type { Lookup } from '../../../src/db/record';
import { evaluateFile } from '../../../src/rules/evaluate';
import type { Policy } from '../../../src/rules/policy/policy';
import { type Case, entry, input, lookup, place, record } from './cases';

const free = lookup(record('org/model', 'apache-2.0'));

function evaluate(found: Lookup, where: Case, extra: Partial<Usage> = {}) {
  return evaluateFile(input([entry(3, found, where, extra)], where));
}

function rules(found: Lookup, where: Case, extra: Partial<Usage> = {}): string[] {
  return evaluate(found, where, extra).map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('model-denied', () => {
  const allow = (...names: string[]): Case => ({ policy: { licenses: { allow: names, deny: [] } } });
  const deny = (...names: string[]): Case => ({ policy: { licenses: { allow: [], deny: names } } });

  it('holds denied models and licences', () => {
    assert.deepEqual(rules(free, { policy: { models: { deny: ['org/*'], private: [] } } }), [
      'model-denied error',
    ]);
    assert.deepEqual(rules(free, deny('Apache-*')), ['model-denied error']);
    assert.deepEqual(rules(free, deny('MIT')), []);
  });

  it('holds a list of allowed licences, also against models that declare none', () => {
    assert.deepEqual(rules(free, allow('Apache-2.0')), []);
    assert.deepEqual(rules(free, allow('MIT')), ['model-denied error']);
    assert.ok(rules(lookup(record('org/bare', null)), allow('MIT')).includes('model-denied error'));
    assert.deepEqual(rules({ answer: 'not-in-catalog', written: 'org/x', asOf: '' }, allow('MIT')), []);
  });

  it('of alternatives one allowed licence is enough; of a sum one denied is', () => {
    const dual = lookup(record('org/dual', 'MIT OR GPL-3.0-only'));
    assert.deepEqual(rules(dual, allow('MIT')), []);
    assert.deepEqual(rules(dual, deny('GPL-3.0-only')), []);
    assert.ok(
      rules(lookup(record('org/sum', 'MIT AND GPL-3.0-only')), deny('GPL-3.0-only')).includes(
        'model-denied error',
      ),
    );
  });
});

describe('model-moved', () => {
  it('offers the new id where the old one is written', () => {
    const moved = lookup(record('openai-community/gpt2', 'mit'), 'gpt2');
    const where = {};
    const one = entry(3, moved, where);
    const written = { text: 'gpt2', place: place(3, 40), trace: [] };
    const [model] = one.models;
    assert.ok(model);
    const [finding] = evaluateFile(input([{ ...one, models: [{ ...model, written }] }], where));
    assert.equal(finding?.rule, 'model-moved');
    assert.equal(finding.severity, 'hint');
    assert.deepEqual(
      finding.fixes.map(({ newText, place: at }) => [newText, at]),
      [['openai-community/gpt2', place(3, 40)]],
    );
  });
});

describe('model-unknown', () => {
  const unknown: Lookup = { answer: 'not-in-catalog', written: 'bert-base-uncasd', asOf: '2024-07-11' };

  it('is off until the policy turns it on', () => {
    assert.deepEqual(rules(unknown, {}), []);
  });

  it('asks whether a near id was meant, and offers it', () => {
    const where: Case = {
      policy: { rules: { 'model-unknown': 'warning' } },
      catalogue: { near: () => 'google-bert/bert-base-uncased' },
    };
    const [finding] = evaluate(unknown, where);
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding.fixes[0]?.newText, 'google-bert/bert-base-uncased');
  });
});

describe('revisions', () => {
  const on: Case = { policy: { rules: { 'revision-unpinned': 'warning' } } };
  const revision = (value: string | null): { revision: Revision } => ({
    revision: { value, place: place(3, 50) },
  });

  it('revision-unpinned: none, or a branch; a commit is a pin, wherever it is written', () => {
    assert.deepEqual(rules(free, on), ['revision-unpinned warning']);
    assert.deepEqual(rules(free, on, revision('main')), ['revision-unpinned warning']);
    assert.deepEqual(rules(free, on, revision('e9f2b1c')), []);
    assert.deepEqual(rules(free, on, revision('86b5e0934494bd15c9632b12f734a8a67f723594')), []);
    assert.deepEqual(rules(free, on, revision(null)), []);
    assert.deepEqual(rules(free, on, { hub: 'pytorch', library: 'torchvision' }), []);
  });

  it('remote-code: the argument is marked, unless a commit is pinned', () => {
    const remote = { remoteCode: place(3, 60) };
    const [finding] = evaluate(free, {}, remote);
    assert.equal(finding?.rule, 'remote-code');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.place, place(3, 60));
    assert.deepEqual(rules(free, {}, { ...remote, ...revision('main') }), ['remote-code warning']);
    assert.deepEqual(
      rules(free, {}, { ...remote, ...revision('86b5e0934494bd15c9632b12f734a8a67f723594') }),
      [],
    );
  });
});

describe('implicit-model', () => {
  it('tells which model the library takes', () => {
    const [finding] = evaluate(free, {}, { implicitModel: 'org/model', task: 'summarization' });
    assert.equal(finding?.rule, 'implicit-model');
    assert.equal(finding.severity, 'hint');
    assert.deepEqual(finding.message.args, ['summarization', 'org/model']);
  });
});

describe('silence', () => {
  const nc = lookup(record('org/model', 'cc-by-nc-4.0'));
  const comment = (rule: string[], reason: string, line = 3) => ({
    place: place(line, 60),
    line,
    rules: rule,
    reason,
  });
  const suppressed = (where: Case) =>
    evaluate(nc, { project: 'MIT', ...where }).map((finding) => finding.suppressed);

  it('of a comment on the line, for its rules or for all', () => {
    const reason = 'bought a licence';
    const by = { by: 'comment', reason };
    assert.deepEqual(suppressed({ suppressions: [comment(['license-noncommercial'], reason)] }), [by]);
    assert.deepEqual(suppressed({ suppressions: [comment([], reason)] }), [by]);
    assert.deepEqual(suppressed({ suppressions: [comment(['model-moved'], reason)] }), [null]);
    assert.deepEqual(suppressed({ suppressions: [comment([], reason, 4)] }), [null]);
  });

  it('of a comment ends with the day it names', () => {
    assert.deepEqual(suppressed({ suppressions: [comment([], 'trial until 2026-11-20')] }), [null]);
    const reason = 'trial until 2026-11-21';
    assert.deepEqual(suppressed({ suppressions: [comment([], reason)] }), [{ by: 'comment', reason }]);
  });

  it('of the policy, by model, licence, rule and file, until it expires', () => {
    const open = { model: null, license: null, rule: null, file: null, reason: 'agreed', expires: null };
    const by = { by: 'policy', reason: 'agreed' };
    const exceptions = (...list: Partial<Policy['exceptions'][number]>[]): Case => ({
      policy: { exceptions: list.map((one) => ({ ...open, ...one })) },
    });
    assert.deepEqual(suppressed(exceptions({ model: 'org/*' })), [by]);
    assert.deepEqual(suppressed(exceptions({ license: 'CC-BY-NC-*', file: '**/*.py' })), [by]);
    assert.deepEqual(suppressed(exceptions({ model: 'org/*', rule: 'model-moved' })), [null]);
    assert.deepEqual(suppressed(exceptions({ model: 'org/*', expires: '2026-11-20' })), [null]);
    assert.deepEqual(suppressed(exceptions({ file: 'tests/**' })), [null]);
  });

  it('of excluded files is no finding at all', () => {
    assert.deepEqual(evaluate(nc, { project: 'MIT', policy: { exclude: ['*.py'] } }), []);
  });

  it('turns rules off and changes their level', () => {
    const where = (level: 'off' | 'error'): Case => ({
      project: 'MIT',
      policy: { rules: { 'license-noncommercial': level } },
    });
    assert.deepEqual(rules(nc, where('off')), []);
    assert.deepEqual(rules(nc, where('error')), ['license-noncommercial error']);
  });
});

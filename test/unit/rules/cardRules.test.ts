import assert from 'node:assert/strict';
import type { ModelRecord } from '../../../src/db/record';
import { evaluateFile } from '../../../src/rules/evaluate';
import { mismatch } from '../../../src/rules/checks/nameMismatch';
import { english } from '../../../src/shared/message';
import { entry, input, lookup, record } from './cases';

function told(id: string, parts: Partial<ModelRecord>): string | null {
  const found = mismatch(record(id, 'mit', parts));
  return found && english(found);
}

describe('name-mismatch', () => {
  it('says what the name claims and what the record says', () => {
    assert.equal(
      told('org/tiny-gemma-thing', { architectures: ['MistralForCausalLM'] }),
      null,
      'a tiny one is made for tests',
    );
    assert.equal(
      told('org/pegasus-writer', { architectures: ['MistralForCausalLM'] }),
      'The name of org/pegasus-writer says pegasus, its configuration says MistralForCausalLM.',
    );
    assert.match(
      told('org/chat-7b', { parameters: 35e9 }) ?? '',
      /says 7b parameters, the record says 35000000000/,
    );
    assert.match(
      told('org/bert-ner', { task: 'translation' }) ?? '',
      /says ner, the hub lists it under translation/,
    );
  });

  const agreeing: readonly (readonly [why: string, id: string, parts: Partial<ModelRecord>])[] = [
    ['nothing is known', 'org/gemma-7b-ner', {}],
    ['they agree', 'org/gemma-7b', { architectures: ['Gemma2ForCausalLM'], parameters: 8.5e9 }],
    ['an underscore may be a decimal point', 'org/chat-1_8b', { parameters: 1.8e9 }],
    ['the name is of a draft for another', 'org/chat-27B-DFlash', { parameters: 1.7e9 }],
    [
      'the name is of what it is compared with',
      'org/gemma-to-mistral',
      { architectures: ['MistralForCausalLM'] },
    ],
    ['two names tell a story', 'org/bart-t5-x', { architectures: ['LlamaForCausalLM'] }],
    ['the size is of experts', 'org/chat-17B-16E', { parameters: 108e9 }],
    ['the size is of those at work', 'org/chat-30B-A3B', { parameters: 3e9 }],
    ['the size is of the data, behind a tag', 'timm/net_base.data_6m_in1k', { parameters: 44e6 }],
    ['heads and embeddings count', 'org/chat-7b', { parameters: 14e9 }],
    [
      'the word says what the input is made by',
      'org/asr-question-detection',
      { task: 'text-classification' },
    ],
  ];
  for (const [why, id, parts] of agreeing)
    it(`is silent where ${why}: ${id}`, () => assert.equal(told(id, parts), null));

  it('looks at the name alone, not at its owner', () => {
    assert.equal(told('pegasus/writer', { architectures: ['MistralForCausalLM'] }), null);
  });
});

describe('card rules', () => {
  const rules = (parts: Partial<ModelRecord>, levels = {}, id = 'org/gemma-writer') => {
    const where = { policy: { rules: levels } };
    return evaluateFile(input([entry(3, lookup(record(id, 'mit', parts)), where)], where)).map(
      ({ rule, severity, message }) => `${severity} ${rule}: ${english(message)}`,
    );
  };
  const wrong = { architectures: ['MistralForCausalLM'] };

  it('are off until somebody wants them', () => {
    const names = (all: string[]) => all.map((one) => one.split(' ')[1]);
    assert.ok(
      !names(rules({ ...wrong, card: { license: 'mit' } })).some((rule) =>
        /name-mismatch|card-incomplete/.test(rule ?? ''),
      ),
    );
    assert.ok(names(rules(wrong, { 'name-mismatch': 'warning' })).includes('name-mismatch:'));
  });

  const incomplete = (parts: Partial<ModelRecord>) =>
    rules(parts, { 'card-incomplete': 'information' }).filter((one) => one.includes('card-incomplete'));

  it('card-incomplete names what is missing', () => {
    assert.deepEqual(incomplete({ card: { license: 'mit', evaluation: 'F1: 90' } }), [
      'information card-incomplete: The card of org/gemma-writer says nothing of: datasets, limitations.',
    ]);
  });

  it('card-incomplete counts datasets that the hub knows', () => {
    const card = { evaluation: ['F1: 90', 'F1: 91'], limitationAndBias: 'Some.' };
    assert.deepEqual(incomplete({ card, datasets: ['squad'] }), []);
    assert.equal(incomplete({ card }).length, 1);
  });

  it('card-incomplete says nothing of a card that nobody has read', () => {
    assert.deepEqual(incomplete({ card: {} }), []);
  });
});

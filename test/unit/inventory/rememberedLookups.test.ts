import assert from 'node:assert/strict';
import { rememberingLookups } from '../../../src/inventory/rememberedLookups';

describe('remembered look-ups', () => {
  it('ask the catalogue once a question, and tell questions apart', () => {
    const asked: string[] = [];
    const models = rememberingLookups({
      lookup: ({ hub, library, written }) => {
        asked.push(`${hub} ${library} ${written}`);
        return { answer: 'not-in-catalog', written, asOf: '' };
      },
      near: (id) => {
        asked.push(id);
        return null;
      },
    });
    const bert = { hub: 'huggingface', library: 'transformers', written: 'bert' } as const;
    for (const reference of [bert, bert, { ...bert, library: 'flair' }, { ...bert, written: 'gpt2' }])
      assert.deepEqual(models.lookup(reference), {
        answer: 'not-in-catalog',
        written: reference.written,
        asOf: '',
      });
    assert.deepEqual([models.near('bart'), models.near('bart')], [null, null]);
    assert.deepEqual(asked, [
      'huggingface transformers bert',
      'huggingface flair bert',
      'huggingface transformers gpt2',
      'bart',
    ]);
  });
});

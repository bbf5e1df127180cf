import assert from 'node:assert/strict';
import type { Lookup } from '../../../src/db/record';
import { KeptLookups } from '../../../src/inventory/keptLookups';
import type { Models } from '../../../src/inventory/rememberedLookups';

const bert = { hub: 'huggingface', library: 'transformers', written: 'bert' } as const;
const unknown: Lookup = { answer: 'not-in-catalog', written: 'bert', asOf: '2024-07' };

class Source implements Models {
  asked: string[] = [];

  lookup({ written }: { written: string }): Lookup {
    this.asked.push(written);
    return unknown;
  }

  near(id: string): string | null {
    this.asked.push(`near ${id}`);
    return id === 'brt' ? 'bert' : null;
  }
}

function ask(answers: KeptLookups): unknown[] {
  return [answers.lookup(bert), answers.near('brt'), answers.near('nothing like it')];
}

describe('answers of a catalogue that are kept', () => {
  it('are given again without it, none included', () => {
    const source = new Source();
    const first = new KeptLookups();
    assert.ok(first.isNew);
    first.complete(source);
    const said = ask(first);
    assert.deepEqual(said, [unknown, 'bert', null]);
    const kept = first.text();
    assert.ok(kept !== null);
    const second = new KeptLookups(kept);
    assert.deepEqual(ask(second), said);
    assert.deepEqual([second.isNew, second.isShort, second.text()], [false, false, null]);
    assert.equal(source.asked.length, 3);
  });

  for (const [name, question] of [
    ['look-up', (answers: KeptLookups) => answers.lookup(bert)],
    ['near id', (answers: KeptLookups) => answers.near('brt')],
  ] as const) {
    it(`say that they are short of a ${name}, until the catalogue is there`, () => {
      const answers = new KeptLookups();
      question(answers);
      assert.deepEqual([answers.isShort, answers.text()], [true, null]);
      answers.complete(new Source());
      assert.equal(answers.isShort, false);
      assert.deepEqual(ask(answers), [unknown, 'bert', null]);
    });
  }

  it('are none where they are broken', () => assert.ok(new KeptLookups('{"lookups": [').isNew));
});

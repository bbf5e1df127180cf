/** What people need from a card: of one card, and as a question to the catalogue; the paper's own form of card fields. */
import assert from 'node:assert/strict';
import { completeness } from '../../../src/cards/completeness';
import { extractCard } from '../../../src/cards/extract';
import { cardStatements } from '../../../src/db/etl/cards';
import { questions } from '../../../src/db/questions';
import { loadTools } from '../rules/workspace';

describe('the completeness of a card', () => {
  it('names what is given and what is missing', () => {
    const card = extractCard('---\nlicense: mit\ndatasets: [a]\n---\n# X\n\n- F1: 90\n');
    assert.deepEqual(completeness(card.fields), {
      given: ['license', 'datasets', 'metrics'],
      missing: ['limitations', 'base model', 'carbon'],
    });
  });

  it('over the catalogue that ships counts the cards that were checked by hand', async () => {
    const { catalogue, analyzer } = await loadTools();
    const sql = questions.find(({ id }) => id === 'completeness')?.sql ?? '';
    const answer = catalogue.query(sql, { maxRows: 50 });
    analyzer.dispose();
    catalogue.dispose();
    assert.ok(answer.ok);
    // Counted in PeaTMOSS's card-fields-50.json by another program: cells that are not empty.
    const shares = new Map(answer.value.rows.map(([need, models, percent]) => [need, [models, percent]]));
    assert.deepEqual(shares.get('license'), [42, 84]);
    assert.deepEqual(shares.get('metrics'), [22, 44]);
    assert.deepEqual(shares.get('carbon'), [0, 0]);
  });
});

describe("the paper's form of card fields", () => {
  it('is read under the names of its schema, nested or flat', () => {
    const nested = {
      context_id: 'me/mine',
      pre_processed_metadata: { model_task: ['fill-mask'] },
      extract_metadata: {
        license: 'mit',
        limitation_and_bias: '',
        hyper_parameters: [{ hyper_parameter: 'epochs', value: '3' }],
        evaluation: [
          { 'test/metric': 'F1', dataset: 'NYT', result: '90' },
          { test: 'BLEU', result: 31 },
        ],
      },
    };
    const [statement] = cardStatements([nested], {});
    const card = statement?.facts.card ?? {};
    assert.equal(statement?.id, 'me/mine');
    assert.deepEqual(Object.keys(card).sort(), ['evaluation', 'hyperParameters', 'license', 'modelTask']);
    assert.deepEqual(card['evaluation'], ['F1 (NYT): 90', 'BLEU: 31']);
    assert.equal(card['hyperParameters'], 'epochs: 3');
    const [flat] = cardStatements({ 'me/mine': { license: 'mit' } }, {});
    assert.deepEqual(flat?.facts.card, { license: 'mit' });
  });
});

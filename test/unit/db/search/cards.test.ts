import assert from 'node:assert/strict';
import { hasFields } from '../../../../src/db/search/cards';

describe('a search of card fields', () => {
  const card = { modelTasks: 'Summarization', datasets: ['squad', 'cnn_dailymail'] };
  // wanted -> whether the card has it
  const cases: readonly (readonly [Readonly<Record<string, string>>, boolean])[] = [
    [{ datasets: 'SQuAD' }, true],
    [{ datasets: 'daily' }, true],
    [{ model_tasks: 'summar', datasets: 'squad' }, true],
    [{ 'Model tasks': 'summarization' }, true],
    [{ modelTasks: 'summarization', datasets: 'glue' }, false],
    [{ domain: 'text' }, false],
    [{}, true],
  ];
  for (const [wanted, has] of cases) {
    it(`${JSON.stringify(wanted)}: ${has}`, () => assert.equal(hasFields(card, wanted), has));
  }
});

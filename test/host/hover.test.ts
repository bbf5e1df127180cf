import assert from 'node:assert/strict';
import { activated, hoverOn, openExample } from './support/example';
import { eventually } from './support/eventually';

/** What the hub says of these models: id and licence (hub listing of 2024-07-11). */
const models = [
  {
    file: 'src/support_bot/retrieval.py',
    written: 'facebook/dpr-question_encoder-single-nq-base',
    id: 'facebook/dpr-question_encoder-single-nq-base',
    license: /cc-by-nc-4\.0/i,
  },
  {
    file: 'src/support_bot/forms.py',
    written: 'microsoft/layoutlmv3-base',
    id: 'microsoft/layoutlmv3-base',
    license: /cc-by-nc-sa-4\.0/i,
  },
  {
    file: 'src/support_bot/pictures.py',
    written: 'clip-italian/clip-italian',
    id: 'clip-italian/clip-italian',
    license: /gpl-3\.0/i,
  },
  {
    file: 'src/support_bot/drafting.py',
    written: 'meta-llama/Meta-Llama-3-8B-Instruct',
    id: 'meta-llama/Meta-Llama-3-8B-Instruct',
    license: /llama ?3/i,
  },
  {
    file: 'src/support_bot/drafting.py',
    written: '"gpt2"',
    id: 'openai-community/gpt2',
    license: /\bMIT\b/i,
  },
];

describe('the hover', () => {
  before(activated);

  for (const { file, written, id, license } of models) {
    it(`names ${id} and its licence`, async () => {
      const document = await openExample(file);
      const text = await eventually(
        'a hover',
        () => hoverOn(document, written),
        (said) => said !== '',
      );
      assert.ok(text.includes(id), text);
      assert.match(text, license);
    });
  }

  it('says nothing where no model is written', async () => {
    const document = await openExample('src/support_bot/drafting.py');
    assert.notEqual(await hoverOn(document, '"gpt2"'), '');
    assert.equal(await hoverOn(document, '"student.pt"'), '');
    assert.equal(await hoverOn(document, 'Drafts an answer'), '');
  });

  it('says on a variable what it stands for', async () => {
    const document = await openExample('src/support_bot/forms.py');
    const said = await hoverOn(document, '(FORM_MODEL)');
    assert.ok(said.includes('microsoft/layoutlmv3-base'), said);
    assert.match(said, /cc-by-nc-sa-4\.0/i);
  });

  it('says all that a call may load', async () => {
    const document = await openExample('src/support_bot/mails.py');
    const said = await hoverOn(document, 'pipeline("text-classification"');
    // One classifier a language, picked from a dictionary in another module.
    assert.match(said, /distilbert-base-uncased-finetuned-sst-2-english/);
    assert.match(said, /finiteautomata\/beto-sentiment-analysis/);
    assert.match(said, /nlptown\/bert-base-multilingual-uncased-sentiment/);
  });
});

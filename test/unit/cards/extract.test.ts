/** Fields of cards, written for the tests after the conventions of the hub and the manner of its authors. */
import assert from 'node:assert/strict';
import type { Card, CardSubject, FieldName } from '../../../src/cards/card';
import { extractCard } from '../../../src/cards/extract';
import { valueText } from '../../../src/cards/summary';

function texts(card: Card, field: FieldName): string[] {
  return card.fields[field].map(valueText);
}

function read(text: string, field: FieldName, subject: CardSubject = {}): string[] {
  return texts(extractCard(text, subject), field);
}

const front = (yaml: string, body = '') => `---\n${yaml}\n---\n${body}`;

describe('a card read: front matter', () => {
  it('takes lists and scalars alike', () => {
    assert.deepEqual(read(front('language: nl'), 'language'), ['nl']);
    assert.deepEqual(read(front('language:\n- nl\n- fy'), 'language'), ['nl', 'fy']);
    assert.deepEqual(read(front('datasets: [a/b, c]'), 'datasets'), ['a/b', 'c']);
    assert.deepEqual(read(front('base_model: org/base-7b'), 'baseModel'), ['org/base-7b']);
    assert.equal(
      extractCard(front('base_model: org/base-7b')).fields.baseModel[0]?.link,
      'https://huggingface.co/org/base-7b',
    );
  });

  it('reads the results of a model-index with their data', () => {
    const yaml = [
      'model-index:',
      '- name: mine',
      '  results:',
      '  - task: {type: token-classification}',
      '    dataset: {name: NYT, type: nyt}',
      '    metrics:',
      '    - {name: F1, type: f1, value: 93.4}',
    ].join('\n');
    const [result] = extractCard(front(yaml)).fields.evaluation;
    assert.deepEqual([result?.name, result?.dataset, result?.value], ['F1', 'NYT', 93.4]);
    assert.deepEqual(result?.source, 'front-matter');
    assert.deepEqual(read(front(yaml), 'modelTask'), ['token-classification']);
    assert.deepEqual(read(front(yaml), 'domain'), ['nlp']);
  });

  it('reads emissions as a number of grams or as a mapping', () => {
    assert.deepEqual(read(front('co2_eq_emissions: 12.5'), 'carbonEmitted'), ['12.5 g CO2eq']);
    const mapping =
      'co2_eq_emissions:\n  emissions: 240\n  hardware_used: 4 A100\n  geographical_location: Iowa, USA';
    assert.deepEqual(read(front(mapping), 'carbonEmitted'), ['240 g CO2eq']);
    assert.deepEqual(read(front(mapping), 'hardware'), ['4 A100']);
    assert.deepEqual(read(front(mapping), 'computeRegion'), ['Iowa, USA']);
  });

  it('wins over what the text says', () => {
    const body =
      '# X\n\nLicense: MIT\n\nThis model is a fine-tuned version of [a/b-1](https://huggingface.co/a/b-1).';
    const card = extractCard(front('license: apache-2.0\nbase_model: c/d-2', body));
    assert.deepEqual(texts(card, 'license'), ['apache-2.0']);
    assert.deepEqual(texts(card, 'baseModel'), ['c/d-2']);
  });

  it('says nothing where the author said nothing', () => {
    const card = extractCard(
      front(
        'license:\ndatasets: []\nlanguage: null',
        '# Model\n\n## Training data\n\nMore information needed\n',
      ),
    );
    for (const values of Object.values(card.fields)) assert.deepEqual(values, []);
  });
});

describe('a card read: text', () => {
  it('names the lines and the section that a value stands in', () => {
    const [value] = extractCard('# Mine\n\nText.\n\n## Size\n\nIt has 125M parameters\nin all.\n').fields
      .parameterCount;
    assert.equal(value?.value, 125_000_000);
    assert.deepEqual([value.evidence.section, value.evidence.startLine], ['Size', 6]);
    assert.match(value.evidence.quote, /125M parameters/);
  });

  it('normalises numbers', () => {
    const count = (words: string) =>
      extractCard(`The model has ${words} parameters.`).fields.parameterCount[0]?.value;
    assert.equal(count('1.3 billion'), 1_300_000_000);
    assert.equal(count('66,000,000'), 66_000_000);
    assert.equal(count('7B'), 7_000_000_000);
    assert.equal(count('no'), undefined);
    assert.deepEqual(read('Audio must be sampled at 16kHz.', 'sampleRate'), ['16,000 Hz']);
    assert.deepEqual(read('Training emitted 1.5 kg CO2 in total.', 'carbonEmitted'), ['1500 g CO2eq']);
  });

  it('does not take what is said of another model for its own size', () => {
    assert.deepEqual(
      read('It is 40% smaller than the original, which has 110M parameters.', 'parameterCount'),
      [],
    );
  });

  const bases: readonly (readonly [sentence: string, base: string | null])[] = [
    [
      'This model is a fine-tuned version of [org/base-1](https://huggingface.co/org/base-1) on data.',
      'org/base-1',
    ],
    ['This is a distilled version of the `big-model-v2` checkpoint.', 'big-model-v2'],
    ['We initialized it from org/start-3b and went on.', 'org/start-3b'],
    ['Mine-2 is based on the `t5-3b` model.', 't5-3b'],
    ['This model is a T5-base reranker fine-tuned on queries.', 'T5-base'],
    ['Fine-tuned [org/x-9](https://huggingface.co/org/x-9) on Frisian.', 'org/x-9'],
    ['It was trained on 8 GPUs with PyTorch.', null],
    ['The approach is based on attention.', null],
  ];
  for (const [sentence, base] of bases)
    it(`${base ?? 'no base'}: ${sentence}`, () => {
      assert.deepEqual(read(`# M\n\n${sentence}\n`, 'baseModel'), base === null ? [] : [base]);
    });

  it('reads hyper-parameters of lists, tables and code', () => {
    const list =
      '## Training hyperparameters\n\n- learning_rate: 2e-05\n- num_epochs: 3\n- optimizer: Adam\n';
    assert.deepEqual(read(list, 'hyperParameters'), [
      'learning rate: 0.00002',
      'num epochs: 3',
      'optimizer: Adam',
    ]);
    const table = '## Hyperparameters\n\n| Name | Value |\n|---|---|\n| Batch size | 32 |\n';
    assert.ok(read(table, 'hyperParameters').includes('batch size: 32'));
    const code = '## Training\n\n```\nArguments(\n    num_train_epochs=3,  # passes\n    seed=7,\n)\n```\n';
    assert.deepEqual(read(code, 'hyperParameters'), ['num train epochs: 3', 'seed: 7']);
    assert.deepEqual(read('## Training\n\n```\n{"batch_size": 64}\n```\n', 'hyperParameters'), [
      'batch size: 64',
    ]);
  });

  it('a loss that is a number is a result', () => {
    const card = extractCard('It achieves the following results:\n\n- Loss: 0.25\n');
    assert.deepEqual(texts(card, 'hyperParameters'), []);
    assert.deepEqual(texts(card, 'evaluation'), ['loss: 0.25']);
  });

  it('keeps limitations with the passage that says them', () => {
    const card = extractCard(
      '## Limitations\n\nIt fails on long texts.\n\nReally.\n\n## Use\n\nAs you like.\n',
    );
    assert.deepEqual(texts(card, 'limitationAndBias'), ['It fails on long texts.']);
  });

  it('reads the title and the address of a cited paper', () => {
    const bibtex = '```\n@article{x,\n  title={A {Good} Title},\n  eprint={2101.00001},\n}\n```\n';
    const [paper] = extractCard(`## Citation\n\n${bibtex}`).fields.paper;
    assert.deepEqual([paper?.value, paper?.link], ['A Good Title', 'https://arxiv.org/abs/2101.00001']);
    const page = '```\n@misc{x,\n  title={My Model},\n  howpublished={on the hub},\n}\n```\n';
    assert.deepEqual(read(`## Citation\n\n${page}`, 'paper'), []);
  });

  it('takes the repository of the model, not those of libraries, data and issues', () => {
    const card = `Uses [transformers](https://github.com/huggingface/transformers), see
[an issue](https://github.com/some/thing/issues/3). The code is in [our repository](https://github.com/me/mine).`;
    assert.deepEqual(read(card, 'githubRepo'), ['https://github.com/me/mine']);
  });
});

describe('a card read: results of comparisons', () => {
  const table = `## Results

| Model | Accuracy | # params |
|---|---|---|
| Other-large | 90.1 | 300M |
| Mine-base | 88.0 | 100M |
| Mine-base distilled | 85.5 | 60M |
`;

  it('takes the row that is nearest to the name', () => {
    const values = extractCard(table, { id: 'me/mine-base-patch16' }).fields.evaluation;
    assert.deepEqual(
      values.map(({ name, dataset, value }) => [name, dataset, value]),
      [['Accuracy', 'Mine-base', 88]],
    );
  });

  it('takes all rows when none is the model', () => {
    assert.equal(extractCard(table, { id: 'me/unrelated' }).fields.evaluation.length, 3);
  });

  it('reads per cent, decimal commas and pairs', () => {
    assert.deepEqual(read('- Accuracy: 93%', 'evaluation'), ['accuracy: 93%']);
    assert.deepEqual(read('F1-Score: **96,48** (NYT)', 'evaluation'), ['F1-Score: 96.48']);
    assert.deepEqual(read('## Evaluation\n\n| | EM/F1 |\n|---|---|\n| dev | 86.1/92.4 |', 'evaluation'), [
      'EM/F1 (dev): 86.1/92.4',
    ]);
  });
});

describe('a card read: what is known of the model beforehand', () => {
  it('fills what the card leaves open, and says that it is not from the card', () => {
    const subject = { id: 'a/b', task: 'fill-mask', tags: ['pytorch', 'tf'], libraries: ['transformers'] };
    const card = extractCard('# Nothing', subject);
    assert.deepEqual(texts(card, 'frameworks'), ['pytorch', 'tensorflow']);
    assert.deepEqual(texts(card, 'libraries'), ['transformers']);
    assert.deepEqual(
      card.fields.modelTask.map(({ value, source }) => [value, source]),
      [['fill-mask', 'record']],
    );
  });
});

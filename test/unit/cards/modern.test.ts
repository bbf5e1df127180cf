/** Fields of cards in the manner of later years (model families, timm, chat models), written for the tests. */
import assert from 'node:assert/strict';
import type { CardSubject, FieldName } from '../../../src/cards/card';
import { extractCard } from '../../../src/cards/extract';
import { valueText } from '../../../src/cards/summary';
import { english } from '../../../src/shared/message';

function read(text: string, field: FieldName, subject: CardSubject = {}): string[] {
  return extractCard(text, subject).fields[field].map(valueText);
}

const vision = `# Model card for heronnet_b0.ra_in1k

## Model Details
- **Model Stats:**
  - Params (M): 5.3
  - GMACs: 0.4
  - Activations (M): 6.7
  - Image size: 224 x 224
- **Papers:**
  - HeronNet: Rethinking Wading for Networks: https://arxiv.org/abs/2001.00001
- **Dataset:** ImageNet-1k
- **Original:** https://github.com/huggingface/pytorch-image-models

## Model Comparison
| model | top1 | img_size | param_count | samples_per_sec |
|---|---|---|---|---|
| [heronnet_b0.ra_in1k](https://huggingface.co/timm/heronnet_b0.ra_in1k) | 77.7 | 224 | 5.3 | 4000 |
| [heronnet_b1.ra_in1k](https://huggingface.co/timm/heronnet_b1.ra_in1k) | 79.1 | 224 | 7.8 | 3000 |
`;

describe('a card read: later manners', () => {
  const timm = { id: 'timm/heronnet_b0.ra_in1k' };

  it('takes the unit of a number from its label', () => {
    assert.deepEqual(read(vision, 'parameterCount', timm), ['5,300,000 parameters']);
    assert.deepEqual(read(vision, 'inputSize', timm), ['224x224 px']);
  });

  it('leaves out of a comparison what is no result and what is another model', () => {
    assert.deepEqual(read(vision, 'evaluation', timm), ['top1 (heronnet_b0.ra_in1k): 77.7']);
  });

  it('does not take a library of models for the repository of one', () => {
    assert.deepEqual(read(vision, 'githubRepo', timm), []);
  });

  it('reads tables of settings with a column of remarks', () => {
    const text = `# X\n\n| **Hyperparameter** | **Value** | **Comment** |\n|---|---|---|\n| Layers | 32 | |\n| \`d_model\` | 4544 | wider |\n| Vocabulary | 65024 | |\n| Sequence length | 2048 | |\n`;
    assert.deepEqual(read(text, 'hyperParameters').slice(0, 2), ['layers: 32', 'd model: 4544']);
    assert.deepEqual(read(text, 'vocabularySize'), ['65,024 tokens']);
    assert.deepEqual(read(text, 'maxLength'), ['2048 tokens']);
  });

  it('finds the size of the model in a table of several', () => {
    const text = `# Heron\n\n| Size | Parameters | Languages |\n|---|---|---|\n| tiny | 39 M | 1 |\n| base | 74 M | 9 |\n`;
    assert.deepEqual(read(text, 'parameterCount', { id: 'me/heron-base' }), ['74,000,000 parameters']);
    assert.deepEqual(read(text, 'parameterCount', { id: 'me/heron-huge' }), []);
  });

  it('reads the whole name of a device, and how many there were', () => {
    const on = (words: string) => read(`# X\n\nIt was trained on ${words} for a week.\n`, 'hardware');
    assert.deepEqual(on('8 A100 GPUs'), ['8 A100 GPUs']);
    assert.deepEqual(on('64 H100s'), ['64 H100s']);
    assert.deepEqual(on('4xV100'), ['4xV100']);
    assert.deepEqual(on('an NVIDIA A10'), ['NVIDIA A10']);
  });

  it('reads a configuration wherever it stands, but no example of use', () => {
    const config =
      '# X\n\n## Details\n\n```\nheron:\n  learning_rate: 6e-6\n  warmup_steps: 100\n  weight_decay: 0.0\n```\n';
    assert.deepEqual(read(config, 'hyperParameters'), [
      'learning rate: 0.000006',
      'warmup steps: 100',
      'weight decay: 0',
    ]);
    const example = '# X\n\n## Usage\n\n```python\nfrom heron import Model\nmax_length = 32\n```\n';
    assert.deepEqual(read(example, 'maxLength'), []);
  });

  it('reads the length the model was trained with, not that of an example of tuning', () => {
    const block = (heading: string) =>
      `# X\n\n## ${heading}\n\n\`\`\`\nrun.py --max_seq_length 384 \\\n  --epochs 2\n\`\`\`\n`;
    assert.deepEqual(read(block('Hyperparameters'), 'maxLength'), ['384 tokens']);
    assert.deepEqual(read(block('Fine-tuning on your own task'), 'maxLength'), []);
  });
});

describe('a card read: where a model comes from', () => {
  const base = (sentence: string, id = 'me/other') => read(`# X\n\n${sentence}\n`, 'baseModel', { id });

  for (const sentence of [
    'It was built by finetuning [heron-7b](https://huggingface.co/org/heron-7b) on chats.',
    'This is the [large Heron](https://huggingface.co/org/heron-7b) fine-tuned on news.',
    'This model takes [heron-7b](https://huggingface.co/org/heron-7b) and fine-tunes it on news.',
    '事前学習済みモデルとしてorg/heron-7bを利用しました。',
    '本模型基于 [Heron](https://huggingface.co/org/heron-7b) 微调。',
    'Este modelo es una versión basado en [Heron](https://huggingface.co/org/heron-7b).',
  ])
    it(sentence, () => {
      assert.deepEqual(base(sentence), ['org/heron-7b']);
    });

  it('does not take the model itself, or a part of it, for its base', () => {
    assert.deepEqual(base('The image encoder was initialized from the weights of DeiT-7.'), []);
    assert.deepEqual(base('HeRon model fine-tuned on the receipts.', 'me/heron-base'), []);
    assert.deepEqual(base('This is a Heron-7b model trained on news.', 'me/heron-7b'), []);
  });
});

describe('a card read: whose paper and whose repository', () => {
  const subject = { id: 'jane-doe/heron' };

  it('leaves out papers that explain a word, or that describe the base model', () => {
    const text =
      '# X\n\nThis is a [t5-base](https://arxiv.org/abs/1910.00001) model trained for it. But [a good heron](https://arxiv.org/abs/1910.00002) wades.\n';
    assert.deepEqual(read(text, 'paper', subject), []);
  });

  it('leaves out how to cite the data', () => {
    const text =
      '---\ndatasets:\n- wading_birds\n---\n# X\n\n## WadingBirds citation\n\n```\n@article{a,\n  title = {Birds That Wade},\n  eprint = {2001.00001}\n}\n```\n';
    assert.deepEqual(read(text, 'paper', subject), []);
  });

  it("prefers the author's own of several repositories", () => {
    const text =
      '# X\n\nConverted from the [official repository](https://github.com/org/birds). The code is in [this repository](https://github.com/JaneDoe/heron).\n';
    assert.deepEqual(read(text, 'githubRepo', subject), ['https://github.com/JaneDoe/heron']);
  });
});

describe('a card read: what its language keeps from being read', () => {
  const problems = (text: string) => extractCard(text).problems.map(english);
  const long = (sentence: string) => `# X\n\n${sentence.repeat(6)}\n`;

  for (const [name, sentence] of [
    ['Chinese', '该模型在新闻数据上训练，适合用于文本分类任务。'],
    ['Japanese', 'このモデルは日本語のニュースで学習しました。'],
    ['Arabic', 'تم تدريب هذا النموذج على نصوص الأخبار العربية. '],
    ['Spanish', 'El modelo fue entrenado con los textos de las noticias para que sea útil. '],
    ['German', 'Das Modell wurde mit Nachrichten trainiert und ist nicht für die Medizin geeignet. '],
  ] as const)
    it(`${name}: it is said`, () => {
      assert.match(problems(long(sentence)).join(), /100 % of the text is not in English/);
    });

  it('says nothing of English, of lists of codes, of names', () => {
    assert.deepEqual(problems(long('The model was trained on news and is not meant for medicine. ')), []);
    assert.deepEqual(problems(long('abk acm ady dan deu el est fra ita met que swe van ')), []);
  });
});

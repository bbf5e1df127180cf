import type { SignatureFamily } from '../signature';

const model = { position: 1, keywords: ['model'] } as const;

/** Models that `pipeline(task)` takes when none is given: `SUPPORTED_TASKS` of transformers 4 and 5. */
const implicit = {
  'text-classification': 'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
  'sentiment-analysis': 'distilbert/distilbert-base-uncased-finetuned-sst-2-english',
  summarization: 'sshleifer/distilbart-cnn-12-6',
  'translation_*_to_*': 'google-t5/t5-base',
} as const;

const transformers: SignatureFamily = {
  library: 'transformers',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/transformers/main_classes/pipelines',
  language: 'python',
  roots: ['transformers'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    {
      call: ['pipeline', 'pipelines.pipeline'],
      id: model,
      task: { position: 0, keywords: ['task'] },
      implicit,
    },
    {
      call: ['pipeline', 'pipelines.pipeline'],
      also: true,
      id: { position: 3, keywords: ['tokenizer'] },
      part: 'tokenizer',
    },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default transformers;

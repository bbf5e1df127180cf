import type { SignatureFamily } from '../signature';

const optimum: SignatureFamily = {
  library: 'optimum',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/optimum/index',
  language: 'python',
  roots: ['optimum'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['model_id', 'pretrained_model_name_or_path', 'model_name_or_path'] },
    },
    {
      call: '**.pipeline',
      id: { position: 1, keywords: ['model'] },
      task: { position: 0, keywords: ['task'] },
      orObject: true,
    },
    {
      call: '**.pipeline',
      also: true,
      id: { position: 2, keywords: ['tokenizer'] },
      part: 'tokenizer',
      orObject: true,
    },
    { call: '**.main_export', id: { position: 0, keywords: ['model_name_or_path'] } },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default optimum;

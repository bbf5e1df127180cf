import type { SignatureFamily } from '../signature';

const paddlenlp: SignatureFamily = {
  library: 'paddlenlp',
  hub: 'huggingface',
  docs: 'https://paddlenlp.readthedocs.io/en/latest/model_zoo/index.html',
  language: 'python',
  roots: ['paddlenlp'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    {
      call: '**.Taskflow',
      id: { position: 1, keywords: ['model'] },
      task: { position: 0, keywords: ['task'] },
    },
  ],
};

export default paddlenlp;

import type { SignatureFamily } from '../signature';

const ctransformers: SignatureFamily = {
  library: 'ctransformers',
  hub: 'huggingface',
  docs: 'https://github.com/marella/ctransformers',
  language: 'python',
  roots: ['ctransformers'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['model_path_or_repo_id'] } }],
};

export default ctransformers;

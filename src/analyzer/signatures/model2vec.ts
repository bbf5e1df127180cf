import type { SignatureFamily } from '../signature';

const model2vec: SignatureFamily = {
  library: 'model2vec',
  hub: 'huggingface',
  docs: 'https://github.com/MinishLab/model2vec',
  language: 'python',
  roots: ['model2vec'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['path'] } },
    { call: '**.from_sentence_transformers', id: { position: 0, keywords: ['path'] } },
    { call: '**.distill', id: { position: 0, keywords: ['model_name'] } },
  ],
};

export default model2vec;

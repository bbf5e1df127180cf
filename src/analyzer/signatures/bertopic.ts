import type { SignatureFamily } from '../signature';

const bertopic: SignatureFamily = {
  library: 'bertopic',
  hub: 'huggingface',
  docs: 'https://maartengr.github.io/BERTopic/getting_started/embeddings/embeddings.html',
  language: 'python',
  roots: ['bertopic'],
  loaders: [
    { call: '**.BERTopic.load', id: { position: 0, keywords: ['path'] } },
    {
      call: ['**.BERTopic.load'],
      also: true,
      id: { position: 1, keywords: ['embedding_model'] },
      orObject: true,
    },
    { call: '**.BERTopic', id: { keywords: ['embedding_model'] }, orObject: true },
    {
      call: '**.representation.ZeroShotClassification',
      id: { keywords: ['model'] },
      defaultId: 'facebook/bart-large-mnli',
    },
    { call: '**.representation.TextGeneration', id: { position: 0, keywords: ['model'] }, orObject: true },
  ],
};

export default bertopic;

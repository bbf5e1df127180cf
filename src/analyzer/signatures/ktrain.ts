import type { SignatureFamily } from '../signature';

const ktrain: SignatureFamily = {
  library: 'ktrain',
  hub: 'huggingface',
  docs: 'https://amaiya.github.io/ktrain/',
  language: 'python',
  roots: ['ktrain'],
  loaders: [
    { call: 'text.**.Transformer', id: { position: 0, keywords: ['model_name'] } },
    {
      call: ['text.**.TransformerEmbedding', 'text.**.ZeroShotClassifier', 'text.**.TransformerSummarizer'],
      id: { position: 0, keywords: ['model_name'] },
    },
  ],
};

export default ktrain;

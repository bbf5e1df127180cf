import type { SignatureFamily } from '../signature';

const bertScore: SignatureFamily = {
  library: 'bert_score',
  hub: 'huggingface',
  docs: 'https://github.com/Tiiiger/bert_score',
  language: 'python',
  roots: ['bert_score'],
  loaders: [{ call: ['**.score', '**.BERTScorer'], id: { keywords: ['model_type'] } }],
};

export default bertScore;

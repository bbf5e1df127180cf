import type { SignatureFamily } from '../signature';

const colbert: SignatureFamily = {
  library: 'colbert',
  hub: 'huggingface',
  docs: 'https://github.com/stanford-futuredata/ColBERT',
  language: 'python',
  roots: ['colbert', 'ragatouille', 'pylate', 'byaldi'],
  loaders: [
    { call: ['**.Checkpoint'], id: { position: 0, keywords: ['name'] } },
    { call: ['**.Indexer', '**.Searcher', '**.Trainer'], id: { keywords: ['checkpoint'] } },
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    { call: '**.RAGTrainer', id: { position: 1, keywords: ['pretrained_model_name'] } },
    { call: '**.models.ColBERT', id: { position: 0, keywords: ['model_name_or_path'] } },
  ],
};

export default colbert;

import type { SignatureFamily } from '../signature';

const retrieval: SignatureFamily = {
  library: 'retrieval',
  hub: 'huggingface',
  docs: 'https://github.com/embeddings-benchmark/mteb',
  language: 'python',
  roots: ['mteb', 'beir', 'simcse'],
  loaders: [
    {
      call: ['get_model', 'models.get_model', 'models.overview.get_model'],
      id: { position: 0, keywords: ['model_name'] },
    },
    {
      call: ['**.models.SentenceBERT', '**.SimCSE'],
      id: { position: 0, keywords: ['model_path', 'model_name_or_path'] },
      orObject: true,
    },
  ],
};

export default retrieval;

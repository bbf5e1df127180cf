import type { SignatureFamily } from '../signature';

/** Models of services. */
const hosted = ['openai/*', 'cohere/*', 'text-embedding-*', 'qdrant/bm25'];

/** Libraries that embed, split, rank and store texts. */
const retrieval: SignatureFamily = {
  library: 'retrieval',
  hub: 'huggingface',
  docs: 'https://github.com/embeddings-benchmark/mteb',
  language: 'python',
  roots: [
    'mteb',
    'beir',
    'simcse',
    'chonkie',
    'embed_anything',
    'flashrank',
    'qdrant_client',
    'redisvl',
    'rerankers',
    'semantic_router',
    'weaviate',
  ],
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
    {
      call: ['**.SemanticChunker', '**.SDPMChunker', '**.LateChunker', '**.SentenceTransformerEmbeddings'],
      id: { keywords: ['embedding_model', 'model'] },
      ignoreIds: hosted,
      orObject: true,
    },
    { call: '**.EmbeddingModel.from_pretrained_hf', id: { position: 1, keywords: ['model_id'] } },
    { call: '**.Ranker', id: { keywords: ['model_name'] }, defaultId: 'ms-marco-TinyBERT-L-2-v2' },
    // A name without an owner is a service's or a kind of ranker.
    { call: '**.Reranker', id: { position: 0, keywords: ['model_name'] }, onlyIds: ['*/*'] },
    {
      call: ['**.HFTextVectorizer', '**.HFCrossEncoderReranker'],
      id: { keywords: ['model'] },
      orObject: true,
    },
    { call: '**.HuggingFaceEncoder', id: { keywords: ['name'] }, orObject: true },
    {
      call: ['**.QdrantClient.set_model', '**.QdrantClient.set_sparse_model'],
      id: { position: 0, keywords: ['embedding_model_name'] },
    },
    {
      call: ['models.Doc*', 'models.Ima*', 'http.models.Doc*'],
      id: { keywords: ['model'] },
      ignoreIds: hosted,
      orObject: true,
    },
    {
      call: ['**.text2vec_huggingface', '**.text2vec_transformers'],
      id: { keywords: ['model'] },
      orObject: true,
    },
  ],
};

export default retrieval;

import type { SignatureFamily } from '../signature';

const chromadb: SignatureFamily = {
  library: 'chromadb',
  hub: 'huggingface',
  docs: 'https://docs.trychroma.com/docs/embeddings/embedding-functions',
  language: 'python',
  roots: ['chromadb'],
  loaders: [
    {
      call: '**.SentenceTransformerEmbeddingFunction',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'all-MiniLM-L6-v2',
    },
    {
      call: '**.HuggingFaceEmbeddingFunction',
      id: { position: 1, keywords: ['model_name'] },
      defaultId: 'sentence-transformers/all-MiniLM-L6-v2',
    },
    {
      call: '**.InstructorEmbeddingFunction',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'hkunlp/instructor-base',
    },
  ],
};

export default chromadb;

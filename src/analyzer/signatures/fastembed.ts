import type { SignatureFamily } from '../signature';

const fastembed: SignatureFamily = {
  library: 'fastembed',
  hub: 'huggingface',
  docs: 'https://qdrant.github.io/fastembed/examples/Supported_Models/',
  language: 'python',
  roots: ['fastembed'],
  loaders: [
    {
      call: '**.TextEmbedding',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'BAAI/bge-small-en-v1.5',
    },
    {
      call: [
        '**.SparseTextEmbedding',
        '**.LateInteractionTextEmbedding',
        '**.LateInteractionMultimodalEmbedding',
        '**.ImageEmbedding',
        '**.TextCrossEncoder',
      ],
      id: { position: 0, keywords: ['model_name'] },
    },
  ],
};

export default fastembed;

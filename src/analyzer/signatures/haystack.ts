import type { SignatureFamily } from '../signature';

/** Components that call a paid API share some of these arguments: there only an `owner/name` counts. */
const haystack: SignatureFamily = {
  library: 'haystack',
  hub: 'huggingface',
  docs: 'https://docs.haystack.deepset.ai/docs/components',
  language: 'python',
  roots: ['haystack', 'haystack_integrations'],
  loaders: [
    {
      call: [
        '**.SentenceTransformers*',
        '**.HuggingFaceLocal*',
        '**.ExtractiveReader',
        '**.FARMReader',
        '**.Fastembed*',
        '**.LocalWhisperTranscriber',
        '**.TransformersReader',
        '**.TransformersSimilarityRanker',
      ],
      id: { position: 0, keywords: ['model', 'model_name_or_path'] },
      orObject: true,
    },
    {
      call: ['**.HuggingFace*', '**.Transformers*'],
      id: { keywords: ['model', 'model_name_or_path'] },
      orObject: true,
    },
    { call: '**.NamedEntityExtractor', id: { keywords: ['model'] }, onlyIds: ['*/*'] },
    { call: '**.EmbeddingRetriever', id: { keywords: ['embedding_model'] }, onlyIds: ['*/*'] },
    { call: '**.DensePassageRetriever', id: { keywords: ['query_embedding_model'] }, orObject: true },
    {
      call: '**.DensePassageRetriever',
      also: true,
      id: { keywords: ['passage_embedding_model'] },
      orObject: true,
    },
    { call: '**.PromptNode', id: { position: 0, keywords: ['model_name_or_path'] }, onlyIds: ['*/*'] },
  ],
};

export default haystack;

import type { SignatureFamily } from '../signature';

/** `local:` before an id of a service context asks for the hub model of that name. */
const llamaIndex: SignatureFamily = {
  library: 'llama_index',
  hub: 'huggingface',
  docs: 'https://docs.llamaindex.ai/en/stable/api_reference/embeddings/huggingface/',
  language: 'python',
  roots: ['llama_index', 'gpt_index'],
  loaders: [
    {
      call: ['**.HuggingFaceEmbedding', '**.FastEmbedEmbedding'],
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'BAAI/bge-small-en-v1.5',
      orObject: true,
    },
    { call: '**.HuggingFaceEmbedding', also: true, id: { keywords: ['tokenizer_name'] }, part: 'tokenizer' },
    { call: '**.HuggingFaceLLM', id: { keywords: ['model_name'] } },
    { call: '**.HuggingFaceLLM', also: true, id: { keywords: ['tokenizer_name'] }, part: 'tokenizer' },
    {
      call: ['**.HuggingFaceInferenceAPI', '**.HuggingFaceInferenceAPIEmbedding'],
      id: { keywords: ['model_name', 'model'] },
      ignoreIds: ['http://*', 'https://*'],
    },
    {
      call: '**.InstructorEmbedding',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'hkunlp/instructor-base',
    },
    { call: '**.create_and_save_optimum_model', id: { position: 0, keywords: ['model_name_or_path'] } },
    {
      call: ['**.SentenceTransformerRerank', '**.FlagEmbeddingReranker', '**.ColbertRerank', '**.Vllm'],
      id: { keywords: ['model'] },
    },
    { call: '**.resolve_embed_model', id: { position: 0, keywords: ['embed_model'] }, onlyIds: ['local:*'] },
    { call: '**.from_defaults', id: { keywords: ['embed_model'] }, onlyIds: ['local:*'] },
  ],
};

export default llamaIndex;

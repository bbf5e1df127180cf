import type { SignatureFamily } from '../signature';

/** The models of Hugging Face under LangChain; those behind other APIs name no hub model. */
const langchain: SignatureFamily = {
  library: 'langchain',
  hub: 'huggingface',
  docs: 'https://python.langchain.com/docs/integrations/providers/huggingface/',
  language: 'python',
  roots: [
    'langchain',
    'langchain_community',
    'langchain_huggingface',
    'langchain_classic',
    'langchain_text_splitters',
  ],
  loaders: [
    {
      call: ['**.init_embeddings', '**.init_chat_model'],
      id: { position: 0, keywords: ['model'] },
      onlyIds: ['huggingface:*'],
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
    {
      call: '**.HuggingFaceEmbeddings',
      id: { keywords: ['model_name', 'model'] },
      defaultId: 'sentence-transformers/all-mpnet-base-v2',
    },
    {
      call: '**.SentenceTransformerEmbeddings',
      id: { keywords: ['model_name'] },
      defaultId: 'sentence-transformers/all-mpnet-base-v2',
    },
    {
      call: '**.HuggingFaceInstructEmbeddings',
      id: { keywords: ['model_name'] },
      defaultId: 'hkunlp/instructor-large',
    },
    { call: '**.HuggingFaceBgeEmbeddings', id: { keywords: ['model_name'] }, defaultId: 'BAAI/bge-large-en' },
    {
      call: '**.HuggingFaceInferenceAPIEmbeddings',
      id: { keywords: ['model_name'] },
      defaultId: 'sentence-transformers/all-MiniLM-L6-v2',
    },
    {
      call: ['**.HuggingFaceHubEmbeddings', '**.HuggingFaceEndpointEmbeddings'],
      id: { keywords: ['model', 'repo_id'] },
      ignoreIds: ['http://*', 'https://*'],
    },
    {
      call: '**.HuggingFaceCrossEncoder',
      id: { keywords: ['model_name'] },
      defaultId: 'BAAI/bge-reranker-base',
    },
    { call: '**.FastEmbedEmbeddings', id: { keywords: ['model_name'] }, defaultId: 'BAAI/bge-small-en-v1.5' },
    {
      call: ['**.HuggingFaceHub', '**.HuggingFaceEndpoint'],
      id: { keywords: ['repo_id', 'model'] },
      ignoreIds: ['http://*', 'https://*'],
    },
    {
      call: '**.from_model_id',
      id: { position: 0, keywords: ['model_id'] },
      task: { position: 1, keywords: ['task'] },
    },
    {
      call: [
        '**.ChatHuggingFace',
        '**.SelfHostedHuggingFaceLLM',
        '**.SelfHostedHuggingFaceEmbeddings',
        '**.SelfHostedHuggingFaceInstructEmbeddings',
      ],
      id: { keywords: ['model_id'] },
    },
    {
      call: ['**.VLLM', '**.CTransformers', '**.Petals', '**.ExLlamaV2'],
      id: { keywords: ['model', 'model_name'] },
    },
    { call: '**.SpacyEmbeddings', id: { keywords: ['model_name'] }, defaultId: 'en_core_web_sm' },
    {
      call: '**.SentenceTransformersTokenTextSplitter',
      id: { keywords: ['model_name'] },
      defaultId: 'sentence-transformers/all-mpnet-base-v2',
      part: 'tokenizer',
    },
  ],
};

export default langchain;

import type { SignatureFamily } from '../signature';

const langchainJs: SignatureFamily = {
  library: 'langchain',
  hub: 'huggingface',
  docs: 'https://js.langchain.com/docs/integrations/text_embedding/hugging_face_inference/',
  language: 'javascript',
  roots: ['@langchain/community', 'langchain'],
  loaders: [
    {
      call: ['**.HuggingFaceInference*', '**.HuggingFaceTransformersEmbeddings'],
      id: { keywords: ['model', 'modelName'] },
      ignoreIds: ['http://*', 'https://*'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default langchainJs;

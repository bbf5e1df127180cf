import type { SignatureFamily } from '../signature';

const smolagents: SignatureFamily = {
  library: 'smolagents',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/smolagents/reference/models',
  language: 'python',
  roots: ['smolagents'],
  loaders: [
    {
      call: ['**.HfApiModel', '**.InferenceClientModel'],
      id: { position: 0, keywords: ['model_id'] },
      ignoreIds: ['http://*', 'https://*'],
    },
    {
      call: ['**.TransformersModel', '**.VLLMModel', '**.MLXModel'],
      id: { position: 0, keywords: ['model_id'] },
    },
  ],
};

export default smolagents;

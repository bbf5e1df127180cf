import type { SignatureFamily } from '../signature';

/** Platforms that are told the model in a dictionary. */
const deployment: SignatureFamily = {
  library: 'deployment',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/sagemaker/inference',
  language: 'python',
  roots: ['sagemaker', 'ray', 'bentoml'],
  loaders: [
    {
      call: '**.huggingface.**.HuggingFaceModel',
      id: { keywords: ['env'], entry: 'HF_MODEL_ID' },
      orObject: true,
    },
    {
      call: '**.LLMConfig',
      id: { keywords: ['model_loading_config'], entry: 'model_source' },
      orObject: true,
    },
    { call: '**.vLLMEngineProcessorConfig', id: { keywords: ['model_source', 'model'] } },
    { call: 'models.HuggingFaceModel', id: { position: 0, keywords: ['model_id'] } },
  ],
};

export default deployment;

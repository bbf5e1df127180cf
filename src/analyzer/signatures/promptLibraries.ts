import type { SignatureFamily } from '../signature';

/** Libraries that steer what a model writes. */
const promptLibraries: SignatureFamily = {
  library: 'prompt-libraries',
  hub: 'huggingface',
  docs: 'https://dottxt-ai.github.io/outlines/latest/',
  language: 'python',
  roots: ['outlines', 'guidance'],
  loaders: [
    {
      call: [
        'models.transformers',
        'models.vllm',
        'models.mlxlm',
        'models.transformers_vision',
        'models.mamba',
        'models.exl2',
      ],
      id: { position: 0, keywords: ['model_name', 'model_path'] },
      orObject: true,
    },
    { call: 'models.llamacpp', id: { position: 0, keywords: ['repo_id'] } },
    {
      call: ['models.Transformers', 'llms.Transformers', 'models.TransformersChat'],
      id: { position: 0, keywords: ['model'] },
      orObject: true,
    },
  ],
};

export default promptLibraries;

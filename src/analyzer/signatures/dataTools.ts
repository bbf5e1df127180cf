import type { SignatureFamily } from '../signature';

/** Libraries that make, look through and label data with models. */
const dataTools: SignatureFamily = {
  library: 'data-tools',
  hub: 'huggingface',
  docs: 'https://distilabel.argilla.io/latest/components-gallery/llms/',
  language: 'python',
  roots: ['distilabel', 'fiftyone'],
  loaders: [
    {
      call: ['**.InferenceEndpointsLLM', '**.InferenceEndpointsImageGeneration'],
      id: { position: 0, keywords: ['model_id'] },
      orObject: true,
    },
    { call: '**.InferenceEndpointsLLM', also: true, id: { keywords: ['tokenizer_id'] }, part: 'tokenizer' },
    {
      call: ['**.TransformersLLM', '**.vLLM', '**.MlxLLM', '**.SentenceTransformerEmbeddings'],
      id: { position: 0, keywords: ['model', 'path_or_hf_repo'] },
    },
    {
      call: ['zoo.**.load_zoo_model', 'brain.**.compute_*'],
      id: { keywords: ['name_or_path'] },
      orObject: true,
    },
  ],
};

export default dataTools;

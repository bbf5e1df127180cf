import type { SignatureFamily } from '../signature';

const lmEval: SignatureFamily = {
  library: 'lm_eval',
  hub: 'huggingface',
  docs: 'https://github.com/EleutherAI/lm-evaluation-harness',
  language: 'python',
  roots: ['lm_eval', 'lighteval'],
  loaders: [
    {
      call: ['**.simple_evaluate'],
      id: { position: 1, keywords: ['model_args'], entry: 'pretrained' },
      orObject: true,
    },
    {
      call: ['models.**.HFLM', 'models.**.VLLM', 'models.**.HFMultimodalLM'],
      id: { position: 0, keywords: ['pretrained'] },
      orObject: true,
    },
    {
      call: ['**.TransformersModelConfig', '**.VLLMModelConfig', '**.SGLangModelConfig'],
      id: { keywords: ['model_name', 'pretrained'] },
    },
  ],
};

export default lmEval;

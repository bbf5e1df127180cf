import type { SignatureFamily } from '../signature';

const transformerLens: SignatureFamily = {
  library: 'transformer_lens',
  hub: 'huggingface',
  docs: 'https://transformerlensorg.github.io/TransformerLens/',
  language: 'python',
  roots: ['transformer_lens', 'nnsight', 'litgpt', 'repeng'],
  loaders: [
    {
      call: ['**.from_pretrained', '**.from_pretrained_no_processing', '**.boot_transformers'],
      id: { position: 0, keywords: ['model_name'] },
    },
    {
      call: ['**.LanguageModel', '**.VisionLanguageModel', '**.LLM.load'],
      id: { position: 0, keywords: ['model'] },
      orObject: true,
    },
  ],
};

export default transformerLens;

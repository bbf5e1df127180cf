import type { SignatureFamily } from '../signature';

/** Packages whose classes stand in for those of transformers. */
const transformersLookalikes: SignatureFamily = {
  library: 'transformers',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/transformers/main_classes/model',
  language: 'python',
  roots: [
    'intel_extension_for_transformers',
    'ipex_llm',
    'bigdl',
    'mindnlp',
    'openmind',
    'petals',
    'mamba_ssm',
    'fla',
    'parler_tts',
    'llava',
    'colpali_engine',
  ],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    { call: '**.load_pretrained_model', id: { position: 0, keywords: ['model_path'] } },
    { call: 'transformers.pipeline', id: { keywords: ['model'] }, orObject: true },
  ],
};

export default transformersLookalikes;

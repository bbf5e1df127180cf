import type { SignatureFamily } from '../signature';

const adapters: SignatureFamily = {
  library: 'adapters',
  hub: 'huggingface',
  docs: 'https://docs.adapterhub.ml/loading.html',
  language: 'python',
  roots: ['adapters'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    { call: '**.load_adapter', id: { position: 0, keywords: ['adapter_name_or_path'] }, part: 'adapter' },
    {
      call: '**.load_adapter_fusion',
      id: { position: 0, keywords: ['adapter_fusion_name_or_path'] },
      part: 'adapter',
    },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default adapters;

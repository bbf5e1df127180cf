import type { SignatureFamily } from '../signature';

/** A trainer takes a loaded model or its id. */
const trl: SignatureFamily = {
  library: 'trl',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/trl/sft_trainer',
  language: 'python',
  roots: ['trl'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    { call: '**.PPOTrainer', id: { keywords: ['model'] }, orObject: true },
    { call: '**.*Trainer', id: { position: 0, keywords: ['model'] }, orObject: true },
    { call: '**.*Trainer', also: true, id: { keywords: ['ref_model'] }, orObject: true },
    { call: '**.*Trainer', also: true, id: { keywords: ['reward_model'] }, orObject: true },
    { call: '**.*Trainer', also: true, id: { keywords: ['reward_funcs'] }, orObject: true },
    { call: '**.ModelConfig', id: { keywords: ['model_name_or_path'] } },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default trl;

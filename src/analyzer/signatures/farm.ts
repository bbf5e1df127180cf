import type { SignatureFamily } from '../signature';

const farm: SignatureFamily = {
  library: 'farm',
  hub: 'huggingface',
  docs: 'https://farm.deepset.ai/',
  language: 'python',
  roots: ['farm'],
  loaders: [
    {
      call: ['**.LanguageModel.load', '**.Inferencer.load', '**.AdaptiveModel.convert_from_transformers'],
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'model_name_or_path'] },
    },
    {
      call: '**.Tokenizer.load',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      part: 'tokenizer',
    },
  ],
};

export default farm;

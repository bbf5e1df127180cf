import type { SignatureFamily } from '../signature';

const quantizers: SignatureFamily = {
  library: 'quantizers',
  hub: 'huggingface',
  docs: 'https://github.com/ModelCloud/GPTQModel',
  language: 'python',
  roots: ['awq', 'auto_gptq', 'gptqmodel', 'hqq', 'auto_round', 'llmcompressor'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    {
      call: ['**.from_pretrained', '**.from_quantized', '**.GPTQModel.load'],
      id: {
        position: 0,
        keywords: [
          'pretrained_model_name_or_path',
          'model_path',
          'model_name_or_path',
          'model_id_or_path',
          'save_dir_or_hub',
          'model_id',
        ],
      },
    },
    { call: '**.AutoRound', id: { position: 0, keywords: ['model'] }, orObject: true },
    { call: '**.oneshot', id: { position: 0, keywords: ['model'] }, orObject: true },
  ],
};

export default quantizers;

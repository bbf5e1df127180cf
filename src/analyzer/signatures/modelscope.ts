import type { SignatureFamily } from '../signature';

const modelscope: SignatureFamily = {
  library: 'modelscope',
  hub: 'other',
  docs: 'https://modelscope.cn/docs/models/load',
  language: 'python',
  roots: ['modelscope'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: ['**.snapshot_download', '**.model_file_download'], id: { position: 0, keywords: ['model_id'] } },
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'model_name_or_path'] },
    },
    {
      call: '**.pipeline',
      id: { position: 1, keywords: ['model'] },
      task: { position: 0, keywords: ['task'] },
      orObject: true,
    },
  ],
};

export default modelscope;

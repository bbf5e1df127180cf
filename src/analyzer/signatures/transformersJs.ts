import type { SignatureFamily } from '../signature';
import { pipelineDefaults } from './lists/pipelineDefaults';

const transformersJs: SignatureFamily = {
  library: 'transformers.js',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/transformers.js/api/pipelines',
  language: 'javascript',
  roots: ['@huggingface/transformers', 'kokoro-js'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    { call: '*.from_pretrained', id: { position: 0, keywords: [] }, remoteCode: null },
    {
      call: 'pipeline',
      id: { position: 1, keywords: [] },
      task: { position: 0, keywords: [] },
      implicit: pipelineDefaults('transformers.js'),
      remoteCode: null,
    },
  ],
};

export default transformersJs;

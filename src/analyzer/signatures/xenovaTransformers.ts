import type { SignatureFamily } from '../signature';
import { earlierPipelineDefaults } from './lists/pipelineDefaults';

/** transformers.js until version 2: the same loaders, other defaults. */
const xenovaTransformers: SignatureFamily = {
  library: 'transformers.js',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/transformers.js/api/pipelines',
  language: 'javascript',
  roots: ['@xenova/transformers'],
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
      implicit: earlierPipelineDefaults('transformers.js'),
      remoteCode: null,
    },
  ],
};

export default xenovaTransformers;

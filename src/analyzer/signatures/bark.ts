import type { SignatureFamily } from '../signature';

const bark: SignatureFamily = {
  library: 'bark',
  hub: 'huggingface',
  docs: 'https://github.com/suno-ai/bark',
  language: 'python',
  roots: ['bark'],
  loaders: [
    {
      call: ['preload_models', 'generation.preload_models'],
      id: { keywords: ['model'] },
      defaultId: 'suno/bark',
      revision: null,
      remoteCode: null,
    },
  ],
};

export default bark;

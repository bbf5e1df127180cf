import type { SignatureFamily } from '../signature';

const clip: SignatureFamily = {
  library: 'clip',
  hub: 'other',
  docs: 'https://github.com/openai/CLIP',
  language: 'python',
  roots: ['clip'],
  loaders: [
    {
      call: ['load', 'clip.load'],
      id: { position: 0, keywords: ['name'] },
      localIds: ['*.pt'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default clip;

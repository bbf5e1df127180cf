import type { SignatureFamily } from '../signature';

const demucs: SignatureFamily = {
  library: 'demucs',
  hub: 'other',
  docs: 'https://github.com/adefossez/demucs',
  language: 'python',
  roots: ['demucs'],
  loaders: [
    {
      call: 'pretrained.get_model',
      id: { position: 0, keywords: ['name'] },
      revision: null,
      remoteCode: null,
    },
    { call: 'api.Separator', id: { position: 0, keywords: ['model'] }, revision: null, remoteCode: null },
  ],
};

export default demucs;

import type { SignatureFamily } from '../signature';

/** Small packages, each with a few models of its own. */
const taskModels: SignatureFamily = {
  library: 'task-models',
  hub: 'other',
  docs: 'https://github.com/unitaryai/detoxify',
  language: 'python',
  roots: ['detoxify', 'easynmt', 'dl_translate'],
  loaders: [
    {
      call: 'Detoxify',
      id: { position: 0, keywords: ['model_type'] },
      defaultId: 'original',
      revision: null,
      remoteCode: null,
    },
    { call: 'EasyNMT', id: { position: 0, keywords: ['model_name'] }, revision: null, remoteCode: null },
    {
      call: 'TranslationModel',
      id: { position: 0, keywords: ['model_or_path'] },
      defaultId: 'm2m100',
      revision: null,
      remoteCode: null,
    },
  ],
};

export default taskModels;

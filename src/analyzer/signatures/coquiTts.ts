import type { SignatureFamily } from '../signature';

const coquiTts: SignatureFamily = {
  library: 'TTS',
  hub: 'other',
  docs: 'https://docs.coqui.ai/en/latest/inference.html',
  language: 'python',
  roots: ['TTS'],
  loaders: [
    {
      call: 'api.TTS',
      id: { position: 0, keywords: ['model_name'] },
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
    {
      call: [
        'api.TTS.load_tts_model_by_name',
        'api.TTS.load_vc_model_by_name',
        'utils.manage.ModelManager.download_model',
      ],
      id: { position: 0, keywords: ['model_name'] },
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default coquiTts;

import type { SignatureFamily } from '../signature';

const funasr: SignatureFamily = {
  library: 'funasr',
  hub: 'other',
  docs: 'https://github.com/modelscope/FunASR',
  language: 'python',
  roots: ['funasr'],
  loaders: [
    { call: '**.AutoModel', id: { keywords: ['model'] }, revision: 'model_revision' },
    { call: '**.AutoModel', also: true, id: { keywords: ['vad_model'] }, orObject: true, remoteCode: null },
    { call: '**.AutoModel', also: true, id: { keywords: ['punc_model'] }, orObject: true, remoteCode: null },
    { call: '**.AutoModel', also: true, id: { keywords: ['spk_model'] }, orObject: true, remoteCode: null },
  ],
};

export default funasr;

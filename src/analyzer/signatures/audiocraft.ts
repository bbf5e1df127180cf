import type { SignatureFamily } from '../signature';

const audiocraft: SignatureFamily = {
  library: 'audiocraft',
  hub: 'huggingface',
  docs: 'https://facebookresearch.github.io/audiocraft/api_docs/audiocraft/models/',
  language: 'python',
  roots: ['audiocraft'],
  loaders: [
    { call: '**.get_pretrained', id: { position: 0, keywords: ['name'] }, revision: null, remoteCode: null },
  ],
};

export default audiocraft;

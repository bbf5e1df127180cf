import type { SignatureFamily } from '../signature';

const speechbrain: SignatureFamily = {
  library: 'speechbrain',
  hub: 'huggingface',
  docs: 'https://speechbrain.readthedocs.io/en/latest/API/speechbrain.inference.interfaces.html',
  language: 'python',
  roots: ['speechbrain'],
  loaders: [
    { call: ['**.from_hparams', '**.foreign_class'], id: { position: 0, keywords: ['source'] } },
    { call: '**.huggingface_transformers.**.*', id: { position: 0, keywords: ['source'] } },
    { call: '**.HuggingFace*', id: { position: 0, keywords: ['source'] } },
  ],
};

export default speechbrain;

import type { SignatureFamily } from '../signature';

const pythae: SignatureFamily = {
  library: 'pythae',
  hub: 'huggingface',
  docs: 'https://pythae.readthedocs.io/en/latest/models/autoencoders/auto_model.html',
  language: 'python',
  roots: ['pythae'],
  loaders: [{ call: '**.load_from_hf_hub', id: { position: 0, keywords: ['hf_hub_path'] } }],
};

export default pythae;

import type { SignatureFamily } from '../signature';

const spacy: SignatureFamily = {
  library: 'spacy',
  hub: 'huggingface',
  docs: 'https://spacy.io/api/top-level#spacy.load',
  language: 'python',
  roots: ['spacy'],
  loaders: [
    { call: 'load', id: { position: 0, keywords: ['name'] } },
    {
      call: ['util.load_model', 'util.load_model_from_package'],
      id: { position: 0, keywords: ['name'] },
    },
    { call: ['cli.download', 'cli.download.download'], id: { position: 0, keywords: ['model'] } },
  ],
};

export default spacy;

import type { SignatureFamily } from '../signature';

const comet: SignatureFamily = {
  library: 'comet',
  hub: 'huggingface',
  docs: 'https://unbabel.github.io/COMET/html/models.html',
  language: 'python',
  roots: ['comet'],
  loaders: [{ call: ['download_model', 'models.download_model'], id: { position: 0, keywords: ['model'] } }],
};

export default comet;

import type { SignatureFamily } from '../signature';

const doctr: SignatureFamily = {
  library: 'doctr',
  hub: 'huggingface',
  docs: 'https://mindee.github.io/doctr/using_doctr/sharing_models.html',
  language: 'python',
  roots: ['doctr'],
  loaders: [{ call: 'models.**.from_hub', id: { position: 0, keywords: ['repo_id'] } }],
};

export default doctr;

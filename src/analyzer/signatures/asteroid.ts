import type { SignatureFamily } from '../signature';

const asteroid: SignatureFamily = {
  library: 'asteroid',
  hub: 'huggingface',
  docs: 'https://asteroid.readthedocs.io/en/latest/package_reference/models.html',
  language: 'python',
  roots: ['asteroid'],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_conf_or_path'] } }],
};

export default asteroid;

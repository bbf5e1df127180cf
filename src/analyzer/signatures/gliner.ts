import type { SignatureFamily } from '../signature';

const gliner: SignatureFamily = {
  library: 'gliner',
  hub: 'huggingface',
  docs: 'https://urchade.github.io/GLiNER/',
  language: 'python',
  roots: ['gliner', 'gliner2'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['model_id', 'pretrained_model_name_or_path'] },
    },
  ],
  derives: [{ call: '**.Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default gliner;

import type { SignatureFamily } from '../signature';

const setfit: SignatureFamily = {
  library: 'setfit',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/setfit/reference/main',
  language: 'python',
  roots: ['setfit'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['model_id', 'pretrained_model_name_or_path'] },
    },
    {
      call: '**.AbsaModel.from_pretrained',
      also: true,
      id: { position: 1, keywords: ['polarity_model_id'] },
    },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default setfit;

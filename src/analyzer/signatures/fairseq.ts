import type { SignatureFamily } from '../signature';

const fairseq: SignatureFamily = {
  library: 'fairseq',
  hub: 'huggingface',
  docs: 'https://fairseq.readthedocs.io/en/latest/',
  language: 'python',
  roots: ['fairseq'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['model_name_or_path'] } },
    { call: '**.load_model_ensemble_and_task_from_hf_hub', id: { position: 0, keywords: ['model_id'] } },
  ],
};

export default fairseq;

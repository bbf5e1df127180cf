import type { SignatureFamily } from '../signature';

const skops: SignatureFamily = {
  library: 'skops',
  hub: 'huggingface',
  docs: 'https://skops.readthedocs.io/en/stable/hf_hub.html',
  language: 'python',
  roots: ['skops'],
  loaders: [{ call: 'hub_utils.download', id: { keywords: ['repo_id'] } }],
};

export default skops;

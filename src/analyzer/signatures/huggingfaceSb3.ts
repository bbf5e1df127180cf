import type { SignatureFamily } from '../signature';

const huggingfaceSb3: SignatureFamily = {
  library: 'huggingface_sb3',
  hub: 'huggingface',
  docs: 'https://github.com/huggingface/huggingface_sb3',
  language: 'python',
  roots: ['huggingface_sb3'],
  loaders: [{ call: '**.load_from_hub', id: { position: 0, keywords: ['repo_id'] } }],
};

export default huggingfaceSb3;

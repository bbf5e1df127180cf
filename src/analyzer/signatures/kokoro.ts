import type { SignatureFamily } from '../signature';

const kokoro: SignatureFamily = {
  library: 'kokoro',
  hub: 'huggingface',
  docs: 'https://github.com/hexgrad/kokoro',
  language: 'python',
  roots: ['kokoro'],
  loaders: [
    {
      call: ['**.KPipeline', '**.KModel'],
      id: { keywords: ['repo_id'] },
      defaultId: 'hexgrad/Kokoro-82M',
    },
  ],
};

export default kokoro;

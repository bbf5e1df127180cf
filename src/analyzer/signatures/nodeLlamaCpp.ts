import type { SignatureFamily } from '../signature';

const marked = ['hf:*', 'https://huggingface.co/*', 'huggingface:*'];
const nodeLlamaCpp: SignatureFamily = {
  library: 'node-llama-cpp',
  hub: 'huggingface',
  docs: 'https://node-llama-cpp.withcat.ai/guide/downloading-models',
  language: 'javascript',
  roots: ['node-llama-cpp'],
  loaders: [
    {
      call: 'resolveModelFile',
      id: { position: 0, keywords: [] },
      onlyIds: marked,
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
    {
      call: 'createModelDownloader',
      id: { keywords: ['modelUri'] },
      onlyIds: marked,
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default nodeLlamaCpp;

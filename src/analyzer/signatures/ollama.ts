import type { SignatureFamily } from '../signature';

/** Names of Ollama's own library are no ids of the hub. */
const ollama: SignatureFamily = {
  library: 'ollama',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/hub/ollama',
  language: 'python',
  roots: ['ollama'],
  loaders: [
    {
      call: ['*', '**.Client.*', '**.AsyncClient.*'],
      id: { position: 0, keywords: ['model'] },
      onlyIds: ['hf.co/*', 'huggingface.co/*'],
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default ollama;

import type { SignatureFamily } from '../signature';

/** A name without `models/` may be a space. */
const gradio: SignatureFamily = {
  library: 'gradio',
  hub: 'huggingface',
  docs: 'https://www.gradio.app/docs/gradio/load',
  language: 'python',
  roots: ['gradio'],
  loaders: [
    {
      call: ['load', 'external.load', '**.Interface.load', '**.Blocks.load'],
      id: { position: 0, keywords: ['name'] },
      onlyIds: ['models/*', 'huggingface/*'],
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default gradio;

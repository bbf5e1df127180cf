import type { SignatureFamily } from '../signature';

/** The model is built in: `from_pretrained` takes the device. */
const chatterbox: SignatureFamily = {
  library: 'chatterbox',
  hub: 'huggingface',
  docs: 'https://github.com/resemble-ai/chatterbox',
  language: 'python',
  roots: ['chatterbox'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { keywords: ['repo_id'] },
      defaultId: 'ResembleAI/chatterbox',
    },
  ],
};

export default chatterbox;

import type { SignatureFamily } from '../signature';

/** The client and its functions take one object of arguments. */
const huggingfaceJs: SignatureFamily = {
  library: 'huggingface.js',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/huggingface.js/inference/README',
  language: 'javascript',
  roots: ['@huggingface/inference'],
  loaders: [
    {
      call: ['HfInference.*', 'InferenceClient.*', '*'],
      id: { keywords: ['model'] },
      ignoreIds: ['http://*', 'https://*'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default huggingfaceJs;

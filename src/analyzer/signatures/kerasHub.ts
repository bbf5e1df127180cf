import type { SignatureFamily } from '../signature';

const kerasHub: SignatureFamily = {
  library: 'keras_hub',
  hub: 'huggingface',
  docs: 'https://keras.io/keras_hub/presets/',
  language: 'python',
  roots: ['keras_hub', 'keras_nlp', 'keras_cv'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Preprocessor*', 'processor'],
    ['*Converter', 'processor'],
  ],
  loaders: [
    {
      call: '**.from_preset',
      id: { position: 0, keywords: ['preset'] },
      switches: [{ argument: { keywords: ['load_weights'] }, absent: 'on' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default kerasHub;

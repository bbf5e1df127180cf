import type { SignatureFamily } from '../signature';

/** Only `hf://owner/name` is a hub model; any other path is a file of the user. */
const keras: SignatureFamily = {
  library: 'keras',
  hub: 'huggingface',
  docs: 'https://keras.io/api/models/model_saving_apis/',
  language: 'python',
  roots: ['keras', 'tf_keras', 'tensorflow'],
  loaders: [
    {
      call: ['**.models.load_model', '**.saving.load_model'],
      id: { position: 0, keywords: ['filepath'] },
      onlyIds: ['hf://*'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default keras;

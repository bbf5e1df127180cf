import type { SignatureFamily } from '../signature';

const tensorflowHub: SignatureFamily = {
  library: 'tensorflow_hub',
  hub: 'tensorflow',
  docs: 'https://www.tensorflow.org/hub/api_docs/python/hub',
  language: 'python',
  roots: ['tensorflow_hub'],
  loaders: [
    {
      call: [
        'KerasLayer',
        'load',
        'Module',
        'resolve',
        'load_module_spec',
        'ModuleSpec',
        'keras_layer.KerasLayer',
        'module_v2.load',
      ],
      id: { position: 0, keywords: ['handle', 'spec', 'path'] },
      orObject: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default tensorflowHub;

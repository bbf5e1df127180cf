import type { SignatureFamily } from '../signature';

/** Vision models that are told by the data that they were trained on. */
const visionWeights: SignatureFamily = {
  library: 'vision-weights',
  hub: 'other',
  docs: 'https://github.com/mlmed/torchxrayvision',
  language: 'python',
  roots: ['torchxrayvision', 'facenet_pytorch'],
  loaders: [
    {
      call: ['models.Dense*', 'models.ResNet*', 'autoencoders.ResNet*'],
      id: { position: 0, keywords: ['weights'] },
      orObject: true,
      revision: null,
      remoteCode: null,
    },
    {
      call: '**.InceptionResnetV1',
      id: { position: 0, keywords: ['pretrained'] },
      orObject: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default visionWeights;

import type { SignatureFamily } from '../signature';

/** A builder of torchvision is handed in, or the name of a model of timm. */
const fastai: SignatureFamily = {
  library: 'fastai',
  hub: 'pytorch',
  docs: 'https://docs.fast.ai/vision.learner.html',
  language: 'python',
  roots: ['fastai'],
  loaders: [
    {
      call: [
        '**.vision_learner',
        '**.cnn_learner',
        '**.unet_learner',
        '**.create_cnn',
        '**.ConvLearner.pretrained',
      ],
      id: { position: 1, keywords: ['arch', 'base_arch'], named: true },
      switches: [{ argument: { keywords: ['pretrained'] }, absent: 'on' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default fastai;

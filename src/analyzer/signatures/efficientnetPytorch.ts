import type { SignatureFamily } from '../signature';

const efficientnetPytorch: SignatureFamily = {
  library: 'efficientnet_pytorch',
  hub: 'other',
  docs: 'https://github.com/lukemelas/EfficientNet-PyTorch',
  language: 'python',
  roots: ['efficientnet_pytorch'],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['model_name'] },
      revision: null,
      remoteCode: null,
    },
  ],
};

export default efficientnetPytorch;

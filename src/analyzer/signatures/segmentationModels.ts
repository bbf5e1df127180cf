import type { SignatureFamily } from '../signature';

const segmentationModels: SignatureFamily = {
  library: 'segmentation_models_pytorch',
  hub: 'other',
  docs: 'https://segmentation-models-pytorch.readthedocs.io/en/latest/encoders.html',
  language: 'python',
  roots: ['segmentation_models_pytorch'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
    {
      call: '**.get_encoder',
      id: { position: 0, keywords: ['name'] },
      switches: [{ argument: { keywords: ['weights'] }, absent: 'off' }],
      revision: null,
      remoteCode: null,
    },
    {
      call: [
        '**.Unet',
        '**.UnetPlusPlus',
        '**.UPerNet',
        '**.FPN',
        '**.PSPNet',
        '**.PAN',
        '**.Linknet',
        '**.MAnet',
        '**.DeepLabV3',
        '**.DeepLabV3Plus',
        '**.Segformer',
        '**.DPT',
        '**.create_model',
      ],
      id: { keywords: ['encoder_name'] },
      defaultId: 'resnet34',
      switches: [{ argument: { keywords: ['encoder_weights'] }, absent: 'on' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default segmentationModels;

import type { SignatureFamily } from '../signature';

const built = ['*.yaml', '*.yml'];
const trained = ['*best*.pt', '*last*.pt', '*/*.pt', '*.onnx', '*.engine', '*.tflite', '*.torchscript'];

/** A name without a folder, such as `yolo11n.pt`, is fetched; `.yaml` builds an untrained model. */
const ultralytics: SignatureFamily = {
  library: 'ultralytics',
  hub: 'other',
  docs: 'https://docs.ultralytics.com/models/',
  language: 'python',
  roots: ['ultralytics', 'ultralyticsplus'],
  loaders: [
    {
      call: ['**.YOLO', '**.YOLOWorld', '**.YOLOE', '**.RTDETR', '**.SAM', '**.FastSAM', '**.NAS'],
      id: { position: 0, keywords: ['model'] },
      ignoreIds: built,
      localIds: trained,
      revision: null,
      remoteCode: null,
    },
    // Weights for what a `.yaml` built.
    {
      call: ['**.YOLO.load', '**.YOLOWorld.load', '**.YOLOE.load'],
      id: { position: 0, keywords: ['weights'] },
      localIds: trained,
      revision: null,
      remoteCode: null,
    },
    {
      call: 'solutions.**.*',
      id: { keywords: ['model'] },
      ignoreIds: built,
      localIds: trained,
      orObject: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default ultralytics;

import type { SignatureFamily } from '../signature';

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
      ignoreIds: ['*.yaml', '*.yml'],
      localIds: ['*best*.pt', '*last*.pt', '*/*.pt', '*.onnx', '*.engine', '*.tflite', '*.torchscript'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default ultralytics;

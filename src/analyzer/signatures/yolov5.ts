import type { SignatureFamily } from '../signature';

const yolov5: SignatureFamily = {
  library: 'yolov5',
  hub: 'other',
  docs: 'https://github.com/fcakyon/yolov5-pip',
  language: 'python',
  roots: ['yolov5', 'yolov7', 'yolov9'],
  loaders: [
    {
      call: ['load', 'YOLOv5', 'helpers.load_model'],
      id: { position: 0, keywords: ['model_path', 'model'] },
      localIds: ['*best*.pt', '*last*.pt', '*/*.pt'],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default yolov5;

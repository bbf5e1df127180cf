import type { SignatureFamily } from '../signature';

const detectron2: SignatureFamily = {
  library: 'detectron2',
  hub: 'other',
  docs: 'https://detectron2.readthedocs.io/en/latest/modules/model_zoo.html',
  language: 'python',
  roots: ['detectron2'],
  loaders: [
    {
      call: 'model_zoo.**.get_checkpoint_url',
      id: { position: 0, keywords: ['config_path'] },
      revision: null,
      remoteCode: null,
    },
    {
      call: 'model_zoo.**.get',
      id: { position: 0, keywords: ['config_path'] },
      switches: [{ argument: { position: 1, keywords: ['trained'] }, absent: 'off' }],
      revision: null,
      remoteCode: null,
    },
  ],
};

export default detectron2;

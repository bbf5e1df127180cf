import type { SignatureFamily } from '../signature';

/** `ViT-B-32` needs `pretrained=` to load weights; `hf-hub:owner/name` does not. */
const openClip: SignatureFamily = {
  library: 'open_clip',
  hub: 'huggingface',
  docs: 'https://github.com/mlfoundations/open_clip',
  language: 'python',
  roots: ['open_clip'],
  loaders: [
    {
      call: ['**.create_model', '**.create_model_and_transforms', '**.create_model_from_pretrained'],
      id: { position: 0, keywords: ['model_name'] },
      switches: [
        { argument: { position: 1, keywords: ['pretrained'] }, absent: 'off', exceptIds: ['hf-hub:*'] },
        { argument: { keywords: ['load_weights'] }, absent: 'on' },
      ],
      localIds: ['local-dir:*'],
    },
    {
      call: '**.get_tokenizer',
      id: { position: 0, keywords: ['model_name'] },
      part: 'tokenizer',
      localIds: ['local-dir:*'],
    },
  ],
};

export default openClip;

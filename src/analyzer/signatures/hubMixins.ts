import type { SignatureFamily } from '../signature';

/** Small packages whose models are published with `ModelHubMixin`. */
const hubMixins: SignatureFamily = {
  library: 'huggingface_hub',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/mixins',
  language: 'python',
  roots: [
    'chronos',
    'dia',
    'granite_tsfm',
    'janus',
    'momentfm',
    'sam2',
    'snac',
    'timesfm',
    'tsfm_public',
    'uni2ts',
    'vocos',
    'moshi',
  ],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    {
      call: '**.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path', 'model_id', 'repo_id', 'model_name'] },
    },
    {
      call: ['**.build_sam2_hf', '**.build_sam2_video_predictor_hf'],
      id: { position: 0, keywords: ['model_id'] },
    },
  ],
};

export default hubMixins;

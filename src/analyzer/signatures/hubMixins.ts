import type { SignatureFamily } from '../signature';

/** Small packages whose models are published with `ModelHubMixin`. */
const hubMixins: SignatureFamily = {
  library: 'huggingface_hub',
  hub: 'huggingface',
  docs: 'https://huggingface.co/docs/huggingface_hub/package_reference/mixins',
  language: 'python',
  roots: [
    'airllm',
    'chronos',
    'depth_anything_3',
    'dia',
    'dust3r',
    'granite_tsfm',
    'hy3dgen',
    'janus',
    'lerobot',
    'liquid_audio',
    'mast3r',
    'moge',
    'momentfm',
    'nunchaku',
    'qwen_asr',
    'qwen_tts',
    'sam2',
    'sam3',
    'snac',
    'timesfm',
    'trellis',
    'tsfm_public',
    'uni2ts',
    'unidepth',
    'vggt',
    'vibevoice',
    'vocos',
    'voxcpm',
    'zonos',
    'moshi',
  ],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    // A file of the model stands behind its name.
    {
      call: '**.Nunchaku*.from_pretrained',
      id: { position: 0, keywords: ['pretrained_model_name_or_path'] },
      nestedIds: true,
    },
    {
      call: '**.from_pretrained',
      id: {
        position: 0,
        keywords: [
          'pretrained_model_name_or_path',
          'pretrained_name_or_path',
          'model_id',
          'repo_id',
          'model_name',
        ],
      },
    },
    { call: '**.TimesFmCheckpoint', id: { keywords: ['huggingface_repo_id'] } },
    {
      call: ['**.build_sam3_image_model', '**.build_sam3_video_model'],
      id: { keywords: ['checkpoint_path'] },
      defaultId: 'facebook/sam3',
    },
    {
      call: ['**.build_sam2_hf', '**.build_sam2_video_predictor_hf'],
      id: { position: 0, keywords: ['model_id'] },
    },
  ],
};

export default hubMixins;

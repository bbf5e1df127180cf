import type { SignatureFamily } from '../signature';

const mlx: SignatureFamily = {
  library: 'mlx',
  hub: 'huggingface',
  docs: 'https://github.com/ml-explore/mlx-lm',
  language: 'python',
  roots: ['mlx_lm', 'mlx_vlm', 'mlx_whisper', 'mlx_embeddings', 'mlx_audio', 'parakeet_mlx'],
  parts: [['load_config', 'config']],
  loaders: [
    // With a star the names are no words that a file is looked through for: each is common elsewhere.
    {
      call: ['utils.load_conf*', '**.utils.load_model', '**.load_stt_model', '**.load_tts_model'],
      id: { position: 0, keywords: ['model_path'] },
      orObject: true,
    },
    {
      call: ['**.generate.generate_audio', '**.generate.generate_transcription'],
      id: { keywords: ['model', 'model_path'] },
      orObject: true,
    },
    {
      call: ['load', 'utils.load', '**.fetch_from_hub', '**.get_model_path'],
      id: { position: 0, keywords: ['path_or_hf_repo'] },
    },
    { call: ['convert', 'convert.convert'], id: { position: 0, keywords: ['hf_path'] } },
    {
      call: ['transcribe', 'transcribe.transcribe'],
      id: { keywords: ['path_or_hf_repo'] },
      defaultId: 'mlx-community/whisper-tiny',
    },
    { call: 'load_models.load_model', id: { position: 0, keywords: ['path_or_hf_repo'] } },
    { call: '**.from_pretrained', id: { position: 0, keywords: ['hf_id_or_path'] } },
  ],
};

export default mlx;

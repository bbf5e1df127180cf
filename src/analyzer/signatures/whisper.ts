import type { SignatureFamily } from '../signature';

const whisper: SignatureFamily = {
  library: 'whisper',
  hub: 'huggingface',
  docs: 'https://github.com/openai/whisper',
  language: 'python',
  roots: [
    'whisper',
    'whisper_timestamped',
    'stable_whisper',
    'whisper_s2t',
    'lightning_whisper_mlx',
    'pywhispercpp',
  ],
  loaders: [
    {
      call: ['load_model', 'load_faster_whisper', 'load_hf_whisper', 'load_mlx_whisper'],
      id: { position: 0, keywords: ['name', 'model_size_or_path', 'model_name', 'model_identifier'] },
      revision: null,
      remoteCode: null,
    },
    {
      call: ['**.LightningWhisperMLX', 'model.Model'],
      id: { position: 0, keywords: ['model'] },
      revision: null,
      remoteCode: null,
    },
  ],
};

export default whisper;

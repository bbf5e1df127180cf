import type { SignatureFamily } from '../signature';

const fasterWhisper: SignatureFamily = {
  library: 'faster_whisper',
  hub: 'huggingface',
  docs: 'https://github.com/SYSTRAN/faster-whisper',
  language: 'python',
  roots: ['faster_whisper'],
  loaders: [
    { call: '**.WhisperModel', id: { position: 0, keywords: ['model_size_or_path'] } },
    { call: '**.download_model', id: { position: 0, keywords: ['size_or_id'] } },
  ],
};

export default fasterWhisper;

import type { SignatureFamily } from '../signature';

const whisperx: SignatureFamily = {
  library: 'whisperx',
  hub: 'huggingface',
  docs: 'https://github.com/m-bain/whisperX',
  language: 'python',
  roots: ['whisperx'],
  loaders: [
    { call: ['load_model', 'asr.load_model'], id: { position: 0, keywords: ['whisper_arch'] } },
    {
      call: ['load_align_model', 'alignment.load_align_model'],
      id: { position: 2, keywords: ['model_name'] },
    },
    { call: '**.DiarizationPipeline', id: { position: 0, keywords: ['model_name'] } },
  ],
};

export default whisperx;

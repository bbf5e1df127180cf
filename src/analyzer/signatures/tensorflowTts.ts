import type { SignatureFamily } from '../signature';

const tensorflowTts: SignatureFamily = {
  library: 'tensorflow_tts',
  hub: 'huggingface',
  docs: 'https://github.com/TensorSpeech/TensorFlowTTS',
  language: 'python',
  roots: ['tensorflow_tts'],
  parts: [
    ['*Config', 'config'],
    ['*Processor', 'processor'],
  ],
  loaders: [{ call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_path'] } }],
};

export default tensorflowTts;

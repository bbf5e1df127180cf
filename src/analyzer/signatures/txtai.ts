import type { SignatureFamily } from '../signature';

const txtai: SignatureFamily = {
  library: 'txtai',
  hub: 'huggingface',
  docs: 'https://neuml.github.io/txtai/pipeline/',
  language: 'python',
  roots: ['txtai'],
  loaders: [
    { call: ['**.Embeddings'], id: { position: 0, keywords: ['path', 'config'], entry: 'path' } },
    {
      call: [
        '**.LLM',
        '**.Summary',
        '**.Labels',
        '**.Similarity',
        '**.Generator',
        '**.Sequences',
        '**.Questions',
        '**.Transcription',
        '**.Caption',
        '**.Objects',
        '**.TextToSpeech',
        '**.TextToAudio',
        '**.CrossEncoder',
        '**.Entity',
        '**.Translation',
      ],
      id: { position: 0, keywords: ['path'] },
    },
  ],
};

export default txtai;

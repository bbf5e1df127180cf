import type { SignatureFamily } from '../signature';

const pyannote: SignatureFamily = {
  library: 'pyannote',
  hub: 'huggingface',
  docs: 'https://github.com/pyannote/pyannote-audio',
  language: 'python',
  roots: ['pyannote'],
  loaders: [
    { call: '**.from_pretrained', id: { position: 0, keywords: ['checkpoint', 'checkpoint_path'] } },
    { call: '**.Inference', id: { position: 0, keywords: ['model'] }, orObject: true },
    {
      call: ['**.PretrainedSpeakerEmbedding', '**.SpeechBrainPretrainedSpeakerEmbedding'],
      id: { position: 0, keywords: ['embedding'] },
      orObject: true,
    },
    {
      call: [
        '**.SpeakerDiarization',
        '**.VoiceActivityDetection',
        '**.OverlappedSpeechDetection',
        '**.Resegmentation',
      ],
      id: { keywords: ['segmentation'] },
      orObject: true,
    },
    { call: '**.SpeakerDiarization', also: true, id: { keywords: ['embedding'] }, orObject: true },
  ],
};

export default pyannote;

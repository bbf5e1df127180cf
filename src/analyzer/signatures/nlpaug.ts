import type { SignatureFamily } from '../signature';

const nlpaug: SignatureFamily = {
  library: 'nlpaug',
  hub: 'huggingface',
  docs: 'https://nlpaug.readthedocs.io/en/latest/augmenter/augmenter.html',
  language: 'python',
  roots: ['nlpaug'],
  loaders: [
    {
      call: [
        '**.ContextualWordEmbsAug',
        '**.ContextualWordEmbsForSentenceAug',
        '**.AbstSummAug',
        '**.LambadaAug',
      ],
      id: { keywords: ['model_path'] },
      orObject: true,
    },
    { call: '**.BackTranslationAug', id: { position: 0, keywords: ['from_model_name'] }, orObject: true },
    {
      call: '**.BackTranslationAug',
      also: true,
      id: { position: 1, keywords: ['to_model_name'] },
      orObject: true,
    },
  ],
};

export default nlpaug;

import type { SignatureFamily } from '../signature';

/** Libraries that look into models. */
const interpretability: SignatureFamily = {
  library: 'interpretability',
  hub: 'huggingface',
  docs: 'https://inseq.org/',
  language: 'python',
  roots: ['inseq', 'minicons', 'ecco', 'sae_lens'],
  loaders: [
    { call: 'load_model', id: { position: 0, keywords: ['model'] }, orObject: true },
    {
      call: ['**.IncrementalLMScorer', '**.MaskedLMScorer', '**.Seq2SeqScorer', '**.CWE'],
      id: { position: 0, keywords: ['model'] },
      orObject: true,
    },
    {
      call: ['from_pretrained', '**.from_pretrained'],
      id: { position: 0, keywords: ['hf_model_id', 'model_name', 'release'] },
    },
  ],
};

export default interpretability;

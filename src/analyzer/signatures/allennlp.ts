import type { SignatureFamily } from '../signature';

const allennlp: SignatureFamily = {
  library: 'allennlp',
  hub: 'huggingface',
  docs: 'https://docs.allennlp.org/main/api/predictors/predictor/',
  language: 'python',
  roots: ['allennlp', 'allennlp_models'],
  loaders: [
    { call: '**.from_path', id: { position: 0, keywords: ['archive_path'] } },
    { call: '**.load_archive', id: { position: 0, keywords: ['archive_file'] } },
    { call: 'pretrained.load_predictor', id: { position: 0, keywords: ['model_id'] } },
    {
      call: [
        '**.PretrainedTransformerTokenizer',
        '**.PretrainedTransformerIndexer',
        '**.PretrainedTransformerMismatchedIndexer',
      ],
      id: { position: 0, keywords: ['model_name'] },
      part: 'tokenizer',
    },
    {
      call: ['**.PretrainedTransformerEmbedder', '**.PretrainedTransformerMismatchedEmbedder'],
      id: { position: 0, keywords: ['model_name'] },
    },
  ],
};

export default allennlp;

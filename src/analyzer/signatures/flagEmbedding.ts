import type { SignatureFamily } from '../signature';

const flagEmbedding: SignatureFamily = {
  library: 'FlagEmbedding',
  hub: 'huggingface',
  docs: 'https://github.com/FlagOpen/FlagEmbedding',
  language: 'python',
  roots: ['FlagEmbedding'],
  loaders: [
    {
      call: [
        '**.Flag*Model',
        '**.BGEM3FlagModel',
        '**.*FlagReranker',
        '**.FlagLLMReranker',
        '**.LayerWiseFlagLLMReranker',
        '**.LightWeightFlagLLMReranker',
      ],
      id: { position: 0, keywords: ['model_name_or_path'] },
    },
    { call: '**.from_finetuned', id: { position: 0, keywords: ['model_name_or_path'] } },
  ],
};

export default flagEmbedding;

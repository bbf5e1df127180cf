import type { SignatureFamily } from '../signature';

const simpletransformers: SignatureFamily = {
  library: 'simpletransformers',
  hub: 'huggingface',
  docs: 'https://simpletransformers.ai/docs/usage/',
  language: 'python',
  roots: ['simpletransformers'],
  loaders: [
    { call: '**.Seq2SeqModel', id: { keywords: ['encoder_name', 'encoder_decoder_name'] } },
    { call: '**.Seq2SeqModel', also: true, id: { keywords: ['decoder_name'] } },
    { call: '**.RetrievalModel', id: { keywords: ['model_name', 'context_encoder_name'] } },
    { call: '**.RetrievalModel', also: true, id: { keywords: ['query_encoder_name'] } },
    { call: '**.*Model', id: { position: 1, keywords: ['model_name'] } },
  ],
};

export default simpletransformers;

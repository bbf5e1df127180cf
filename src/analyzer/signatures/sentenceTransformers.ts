import type { SignatureFamily } from '../signature';

const sentenceTransformers: SignatureFamily = {
  library: 'sentence-transformers',
  hub: 'huggingface',
  docs: 'https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html',
  language: 'python',
  roots: ['sentence_transformers'],
  loaders: [
    {
      call: ['**.SentenceTransformer', '**.SparseEncoder'],
      id: { position: 0, keywords: ['model_name_or_path'] },
    },
    { call: '**.CrossEncoder', id: { position: 0, keywords: ['model_name_or_path', 'model_name'] } },
    {
      call: ['**.models.Transformer', '**.models.MLMTransformer', '**.Transformer.Transformer'],
      id: { position: 0, keywords: ['model_name_or_path'] },
    },
    {
      call: ['**.models.Transformer', '**.models.MLMTransformer'],
      also: true,
      id: { keywords: ['tokenizer_name_or_path'] },
      part: 'tokenizer',
    },
    {
      call: '**.models.CLIPModel',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'openai/clip-vit-base-patch32',
    },
    {
      call: '**.StaticEmbedding.from_model2vec',
      id: { position: 0, keywords: ['model_id_or_path'] },
    },
    { call: '**.StaticEmbedding.from_distillation', id: { position: 0, keywords: ['model_name'] } },
    { call: '**.DenoisingAutoEncoderLoss', id: { position: 1, keywords: ['decoder_name_or_path'] } },
  ],
  derives: [{ call: '**.*Trainer', argument: { position: 0, keywords: ['model'] } }],
};

export default sentenceTransformers;

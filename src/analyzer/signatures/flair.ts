import type { SignatureFamily } from '../signature';

/** `flair.data.Dictionary.load` names a list of characters, no model. */
const flair: SignatureFamily = {
  library: 'flair',
  hub: 'huggingface',
  docs: 'https://flairnlp.github.io/docs/category/tutorial-1-basic-tagging',
  language: 'python',
  roots: ['flair'],
  loaders: [
    { call: ['models.**.load', 'nn.**.load'], id: { position: 0, keywords: ['model_path', 'model'] } },
    {
      call: ['**.Transformer*Embeddings'],
      id: { position: 0, keywords: ['model'] },
      defaultId: 'bert-base-uncased',
    },
    {
      call: '**.SentenceTransformerDocumentEmbeddings',
      id: { position: 0, keywords: ['model'] },
      defaultId: 'bert-base-nli-mean-tokens',
    },
  ],
  derives: [{ call: '**.ModelTrainer', argument: { position: 0, keywords: ['model'] } }],
};

export default flair;

import type { SignatureFamily } from '../signature';

/** The id is a language: `en` is `stanfordnlp/stanza-en`. */
const stanza: SignatureFamily = {
  library: 'stanza',
  hub: 'huggingface',
  docs: 'https://stanfordnlp.github.io/stanza/pipeline.html',
  language: 'python',
  roots: ['stanza', 'spacy_stanza'],
  loaders: [
    {
      call: ['Pipeline', 'pipeline.core.Pipeline', 'download', 'resources.common.download'],
      id: { position: 0, keywords: ['lang'] },
      defaultId: 'en',
    },
    { call: 'load_pipeline', id: { position: 0, keywords: ['name'] } },
  ],
};

export default stanza;

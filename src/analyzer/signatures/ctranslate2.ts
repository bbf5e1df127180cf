import type { SignatureFamily } from '../signature';

const ctranslate2: SignatureFamily = {
  library: 'ctranslate2',
  hub: 'huggingface',
  docs: 'https://opennmt.net/CTranslate2/guides/transformers.html',
  language: 'python',
  roots: ['ctranslate2', 'hf_hub_ctranslate2'],
  loaders: [
    { call: '**.TransformersConverter', id: { position: 0, keywords: ['model_name_or_path'] } },
    {
      call: ['TranslatorCT2fromHfHub', 'GeneratorCT2fromHfHub', 'CT2SentenceTransformer'],
      id: { position: 0, keywords: ['model_name_or_path'] },
    },
  ],
};

export default ctranslate2;

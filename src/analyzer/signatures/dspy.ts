import type { SignatureFamily } from '../signature';

const dspy: SignatureFamily = {
  library: 'dspy',
  hub: 'huggingface',
  docs: 'https://dspy.ai/api/models/LM/',
  language: 'python',
  roots: ['dspy', 'dsp'],
  loaders: [
    { call: '**.LM', id: { position: 0, keywords: ['model'] }, onlyIds: ['huggingface/*'], nestedIds: true },
    {
      call: [
        '**.HFModel',
        '**.HFClientTGI',
        '**.HFClientVLLM',
        '**.HFClientSGLang',
        '**.ChatModuleClient',
        '**.HFLocalModel',
      ],
      id: { position: 0, keywords: ['model'] },
    },
    {
      call: '**.SentenceTransformersVectorizer',
      id: { position: 0, keywords: ['model_name_or_path'] },
      defaultId: 'all-MiniLM-L6-v2',
    },
  ],
};

export default dspy;

import type { SignatureFamily } from '../signature';

/** Agents whose models Hugging Face runs; those of other services name no hub model. */
const agents: SignatureFamily = {
  library: 'agents',
  hub: 'huggingface',
  docs: 'https://ai.pydantic.dev/models/huggingface/',
  language: 'python',
  roots: ['pydantic_ai', 'agno'],
  loaders: [
    {
      call: '**.HuggingFaceModel',
      id: { position: 0, keywords: ['model_name'] },
      revision: null,
      remoteCode: null,
    },
    {
      call: '**.Agent',
      id: { position: 0, keywords: ['model'] },
      onlyIds: ['huggingface:*'],
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
    {
      call: 'models.huggingface.Hugging*',
      id: { position: 0, keywords: ['id'] },
      revision: null,
      remoteCode: null,
    },
  ],
};

export default agents;

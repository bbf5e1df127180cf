import type { SignatureFamily } from '../signature';

/** Most of their models are behind other APIs: only the provider `huggingface/` names a hub model. */
const litellm: SignatureFamily = {
  library: 'litellm',
  hub: 'huggingface',
  docs: 'https://docs.litellm.ai/docs/providers/huggingface',
  language: 'python',
  roots: ['litellm', 'crewai'],
  loaders: [
    {
      call: [
        'completion',
        'acompletion',
        'text_completion',
        'atext_completion',
        'embedding',
        'aembedding',
        'LLM',
      ],
      id: { position: 0, keywords: ['model'] },
      onlyIds: ['huggingface/*'],
      nestedIds: true,
      revision: null,
      remoteCode: null,
    },
  ],
};

export default litellm;

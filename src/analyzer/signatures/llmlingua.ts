import type { SignatureFamily } from '../signature';

const llmlingua: SignatureFamily = {
  library: 'llmlingua',
  hub: 'huggingface',
  docs: 'https://github.com/microsoft/LLMLingua',
  language: 'python',
  roots: ['llmlingua'],
  loaders: [
    {
      call: '**.PromptCompressor',
      id: { position: 0, keywords: ['model_name'] },
      defaultId: 'NousResearch/Llama-2-7b-hf',
    },
  ],
};

export default llmlingua;

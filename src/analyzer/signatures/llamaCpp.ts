import type { SignatureFamily } from '../signature';

/** `Llama(model_path=…)` opens a file of the user and is not here. */
const llamaCpp: SignatureFamily = {
  library: 'llama_cpp',
  hub: 'huggingface',
  docs: 'https://llama-cpp-python.readthedocs.io/en/latest/api-reference/',
  language: 'python',
  roots: ['llama_cpp'],
  loaders: [
    {
      call: '**.LlamaHFTokenizer.from_pretrained',
      id: { position: 0, keywords: ['path'] },
      part: 'tokenizer',
    },
    { call: '**.from_pretrained', id: { position: 0, keywords: ['repo_id'] } },
  ],
};

export default llamaCpp;

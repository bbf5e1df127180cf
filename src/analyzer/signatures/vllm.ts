import type { SignatureFamily } from '../signature';

const vllm: SignatureFamily = {
  library: 'vllm',
  hub: 'huggingface',
  docs: 'https://docs.vllm.ai/en/latest/api/vllm/index.html',
  language: 'python',
  roots: ['vllm', 'tensorrt_llm'],
  loaders: [
    {
      call: ['LLM', 'entrypoints.llm.LLM', '**.EngineArgs', '**.AsyncEngineArgs', 'llmapi.LLM'],
      id: { position: 0, keywords: ['model'] },
    },
    {
      call: ['LLM', 'entrypoints.llm.LLM', '**.EngineArgs', '**.AsyncEngineArgs', 'llmapi.LLM'],
      also: true,
      id: { keywords: ['tokenizer'] },
      part: 'tokenizer',
      orObject: true,
    },
    {
      call: ['LLM', '**.EngineArgs', '**.AsyncEngineArgs'],
      also: true,
      id: { keywords: ['speculative_model'] },
    },
    {
      call: ['LLM', 'entrypoints.llm.LLM', '**.EngineArgs', '**.AsyncEngineArgs'],
      also: true,
      id: { keywords: ['speculative_config'], entry: 'model' },
      orObject: true,
    },
    {
      call: '**.LoRARequest',
      id: { position: 2, keywords: ['lora_path', 'lora_local_path'] },
      part: 'adapter',
    },
  ],
};

export default vllm;

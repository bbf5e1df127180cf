import type { SignatureFamily } from '../signature';

const servers: SignatureFamily = {
  library: 'llm-servers',
  hub: 'huggingface',
  docs: 'https://docs.sglang.ai/basic_usage/offline_engine_api.html',
  language: 'python',
  roots: ['sglang', 'lmdeploy', 'mii', 'fastchat', 'infinity_emb', 'mlc_llm'],
  parts: [
    ['*Tokenizer*', 'tokenizer'],
    ['*Processor*', 'processor'],
    ['*FeatureExtractor*', 'processor'],
    ['*Config', 'config'],
  ],
  loaders: [
    {
      call: ['Engine', 'Runtime', 'srt.server_args.ServerArgs', 'srt.entrypoints.engine.Engine'],
      id: { keywords: ['model_path'] },
    },
    {
      call: ['Engine', 'Runtime', 'srt.server_args.ServerArgs', 'srt.entrypoints.engine.Engine'],
      also: true,
      id: { keywords: ['speculative_draft_model_path'] },
    },
    { call: '**.EngineArgs', id: { keywords: ['model_name_or_path'] } },
    {
      call: ['**.MLCEngine', '**.AsyncMLCEngine'],
      id: { position: 0, keywords: ['model'] },
      onlyIds: ['HF://*'],
      nestedIds: true,
    },
    {
      call: ['pipeline', 'serve', 'client'],
      id: { position: 0, keywords: ['model_path', 'model_name_or_path'] },
    },
    {
      call: ['model.load_model', 'model.model_adapter.load_model'],
      id: { position: 0, keywords: ['model_path'] },
    },
    { call: '**.from_pretrained', id: { position: 0, keywords: ['pretrained_model_name_or_path'] } },
  ],
};

export default servers;

import type { SignatureFamily } from '../signature';

/** Engines that run or reach hub models from a browser. */
const webLlm: SignatureFamily = {
  library: 'web-llm',
  hub: 'huggingface',
  docs: 'https://webllm.mlc.ai/docs/',
  language: 'javascript',
  roots: ['@mlc-ai/web-llm', '@wllama/wllama', '@ai-sdk/huggingface'],
  loaders: [
    {
      call: ['CreateMLCEngine', 'CreateWebWorkerMLCEngine', 'CreateServiceWorkerMLCEngine'],
      id: { position: 0, keywords: [] },
      revision: null,
      remoteCode: null,
    },
    {
      call: 'CreateWebWorkerMLCEngine',
      also: true,
      id: { position: 1, keywords: [] },
      revision: null,
      remoteCode: null,
    },
    { call: '**.loadModelFromHF', id: { position: 0, keywords: [] }, revision: null, remoteCode: null },
    {
      call: ['huggingface', 'huggingface.*'],
      id: { position: 0, keywords: [] },
      revision: null,
      remoteCode: null,
    },
  ],
};

export default webLlm;

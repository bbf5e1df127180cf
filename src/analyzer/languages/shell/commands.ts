import type { Hub } from '../../../shared/hub';
import type { Part } from '../../usage';

/** How a command names its model. */
export interface CommandSignature {
  /** Its first words, a path and `python -m` left away: `['hf', 'download']`. */
  readonly words: readonly string[];
  /**
   * Where the id stands: `first` is the first word that is no flag and no flag's value, `address` each word that is an
   * address of the hub; else the value of one of these flags, or of a pair (`model=owner/name`) of one of these names
   * among the words.
   */
  readonly id: 'first' | 'address' | readonly string[] | { readonly pair: readonly string[] };
  /** Further flags that each name a model of its own (a draft model), as it is or in JSON. */
  readonly also?: readonly string[];
  /** Flags in front of `first` that take a value. */
  readonly values?: readonly string[];
  readonly library: string;
  readonly hub?: Hub;
  readonly part?: Part;
  /** A flag whose values mean another kind of repository. */
  readonly off?: { readonly flag: string; readonly values: readonly string[] };
  readonly revision?: string;
  /** A tag or a short name is no id here: only `owner/name` counts. */
  readonly qualified?: boolean;
}

const downloadValues = [
  '--repo-type',
  '--revision',
  '--include',
  '--exclude',
  '--cache-dir',
  '--local-dir',
  '--local-dir-use-symlinks',
  '--token',
  '--max-workers',
];
const notModels = { flag: '--repo-type', values: ['dataset', 'space'] } as const;
const hubDownload = {
  id: 'first',
  values: downloadValues,
  library: 'huggingface_hub',
  off: notModels,
  revision: '--revision',
} as const;
const revision = '--revision';
const vllm = {
  library: 'vllm',
  revision,
  also: ['--speculative-config', '--speculative-model', '--speculative_model'],
} as const;
const sglang = {
  id: ['--model-path', '--model'],
  library: 'sglang',
  revision,
  also: ['--speculative-draft-model-path', '--speculative-draft'],
} as const;

export const commands: readonly CommandSignature[] = [
  { words: ['huggingface-cli', 'download'], ...hubDownload },
  { words: ['hf', 'download'], ...hubDownload },
  { words: ['git', 'clone'], id: 'address', library: 'huggingface_hub' },
  { words: ['git', 'lfs', 'clone'], id: 'address', library: 'huggingface_hub' },
  { words: ['git', 'submodule', 'add'], id: 'address', library: 'huggingface_hub' },
  ...['wget', 'curl', 'aria2c', 'axel'].map((program) => ({
    words: [program],
    id: 'address' as const,
    library: 'huggingface_hub',
  })),
  { words: ['ollama', 'run'], id: 'address', library: 'ollama' },
  { words: ['ollama', 'pull'], id: 'address', library: 'ollama' },
  { words: ['spacy', 'download'], id: 'first', library: 'spacy' },
  { words: ['transformers-cli', 'download'], id: 'first', values: ['--cache-dir'], library: 'transformers' },
  { words: ['transformers', 'download'], id: 'first', values: ['--cache-dir'], library: 'transformers' },
  { words: ['vllm', 'serve'], id: ['--model'], ...vllm },
  { words: ['vllm', 'serve'], id: 'first', qualified: true, ...vllm },
  { words: ['vllm', 'bench'], id: ['--model'], ...vllm },
  { words: ['vllm', 'run-batch'], id: ['--model'], ...vllm },
  { words: ['vllm.entrypoints.openai.api_server'], id: ['--model'], ...vllm },
  { words: ['vllm.entrypoints.api_server'], id: ['--model'], ...vllm },
  {
    words: ['text-generation-launcher'],
    id: ['--model-id'],
    library: 'text-generation-inference',
    revision,
  },
  {
    words: ['text-embeddings-router'],
    id: ['--model-id'],
    library: 'text-embeddings-inference',
    revision,
  },
  { words: ['sglang.launch_server'], ...sglang },
  { words: ['sglang', 'serve'], ...sglang },
  { words: ['sglang.bench_one_batch'], ...sglang },
  { words: ['lmdeploy', 'serve', 'api_server'], id: 'first', library: 'lmdeploy', qualified: true },
  { words: ['lmdeploy', 'chat'], id: 'first', library: 'lmdeploy', qualified: true },
  { words: ['trtllm-serve'], id: 'first', library: 'tensorrt_llm', qualified: true },
  { words: ['aphrodite', 'run'], id: 'first', library: 'aphrodite', qualified: true },
  { words: ['fastchat.serve.model_worker'], id: ['--model-path'], library: 'fschat', revision },
  { words: ['fastchat.serve.cli'], id: ['--model-path'], library: 'fschat', revision },
  { words: ['fastchat.serve.vllm_worker'], id: ['--model-path'], library: 'fschat', revision },
  { words: ['llava.serve.model_worker'], id: ['--model-path'], library: 'llava' },
  { words: ['llava.serve.cli'], id: ['--model-path'], library: 'llava' },
  { words: ['infinity_emb', 'v2'], id: ['--model-id', '--model-name-or-path'], library: 'infinity_emb' },
  { words: ['llama_cpp.server'], id: ['--hf_model_repo_id'], library: 'llama_cpp' },
  { words: ['lm_eval'], id: { pair: ['pretrained'] }, library: 'lm_eval' },
  { words: ['lm-eval'], id: { pair: ['pretrained'] }, library: 'lm_eval' },
  { words: ['lighteval'], id: { pair: ['model_name', 'pretrained'] }, library: 'lm_eval' },
  { words: ['yolo'], id: { pair: ['model'] }, library: 'ultralytics' },
  {
    words: ['text-generation-server', 'download-weights'],
    id: 'first',
    library: 'text-generation-inference',
  },
  { words: ['optimum-cli', 'export'], id: ['--model', '-m'], library: 'optimum' },
  ...['download', 'chat', 'generate', 'serve', 'finetune', 'finetune_lora', 'evaluate'].map((command) => ({
    words: ['litgpt', command],
    id: 'first' as const,
    library: 'litgpt',
    qualified: true,
  })),
  { words: ['tune', 'download'], id: 'first', library: 'torchtune', qualified: true },
  { words: ['mlx_lm.generate'], id: ['--model'], library: 'mlx' },
  { words: ['mlx_lm.server'], id: ['--model'], library: 'mlx' },
  { words: ['mlx_lm.lora'], id: ['--model'], library: 'mlx' },
  { words: ['mlx_lm.chat'], id: ['--model'], library: 'mlx' },
  { words: ['mlx_lm.convert'], id: ['--hf-path'], library: 'mlx' },
  ...['generate', 'server', 'lora', 'chat'].map((command) => ({
    words: ['mlx_lm', command],
    id: ['--model'],
    library: 'mlx',
  })),
  { words: ['mlx_lm', 'convert'], id: ['--hf-path'], library: 'mlx' },
  ...['generate', 'convert', 'chat'].map((command) => ({
    words: [`mlx_vlm.${command}`],
    id: ['--model', '--hf-path'],
    library: 'mlx',
  })),
  { words: ['mlx_audio.tts.generate'], id: ['--model'], library: 'mlx' },
  { words: ['mlx_audio.stt.generate'], id: ['--model'], library: 'mlx' },
  ...['server', 'cli', 'mtmd-cli', 'embedding', 'bench', 'run', 'tts', 'perplexity'].map((program) => ({
    words: [`llama-${program}`],
    id: ['-hf', '-hfr', '--hf-repo'],
    library: 'llama_cpp',
    also: ['-hfd', '-hfrd', '--hf-repo-draft'],
  })),
  { words: ['mlc_llm', 'chat'], id: 'address', library: 'mlc_llm' },
  { words: ['mlc_llm', 'serve'], id: 'address', library: 'mlc_llm' },
  { words: ['docker', 'model', 'run'], id: 'address', library: 'llama_cpp' },
  { words: ['docker', 'model', 'pull'], id: 'address', library: 'llama_cpp' },
  { words: ['whisper'], id: ['--model'], library: 'whisper' },
  { words: ['whisperx'], id: ['--model'], library: 'whisperx' },
  { words: ['insanely-fast-whisper'], id: ['--model-name'], library: 'transformers' },
  { words: ['transformers', 'chat'], id: 'first', library: 'transformers', qualified: true },
  { words: ['lerobot-train'], id: ['--policy.path'], library: 'huggingface_hub' },
  { words: ['lerobot-eval'], id: ['--policy.path'], library: 'huggingface_hub' },
  { words: ['modelscope', 'download'], id: ['--model'], library: 'modelscope', hub: 'other' },
  { words: ['ct2-transformers-converter'], id: ['--model'], library: 'ctranslate2' },
];

/** Containers of inference servers: the words behind the image are the server's own. */
export const images: readonly (readonly [part: string, command: string])[] = [
  ['text-generation-inference', 'text-generation-launcher'],
  ['text-embeddings-inference', 'text-embeddings-router'],
  ['vllm-openai', 'vllm.entrypoints.openai.api_server'],
  ['ggml-org/llama.cpp', 'llama-server'],
  ['ggerganov/llama.cpp', 'llama-server'],
];

/** Words that run the command behind them. */
export const runners: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'elif',
  'while',
  'until',
  'do',
  '!',
  'time',
  'exec',
  'sudo',
  'env',
  'nohup',
  'command',
  'uv',
  'uvx',
  'run',
  'poetry',
  'pipenv',
  'pipx',
  'conda',
  'mamba',
  'micromamba',
  'timeout',
  'tool',
  'nice',
]);

/** Commands that install Python packages: a model's wheel may be among their words. */
export const installers: ReadonlySet<string> = new Set([
  'pip',
  'pip3',
  'pipx',
  'uv',
  'poetry',
  'pdm',
  'conda',
]);

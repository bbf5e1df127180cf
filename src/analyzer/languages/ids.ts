/** Whether a text has the shape of a hub id: for languages in which nothing but the shape tells. */

const segment = '[A-Za-z0-9][\\w.-]*';
const qualified = new RegExp(`^${segment}/${segment}$`);
const fileName =
  /\.(?:py|ipynb|json|jsonl|ya?ml|toml|txt|csv|tsv|parquet|md|sh|bin|pth?|ckpt|safetensors|onnx|h5|pkl|gguf|zip|tar|gz|png|jpe?g|wav|mp3|html?|js|ts|log|db|sqlite|cfg|ini)$/i;

/** First parts of paths, media types and routes of hosted APIs that look like the owner of a model. */
const noOwners = new Set(
  `
  models model checkpoints checkpoint ckpt ckpts output outputs out data dataset datasets results result runs logs log
  weights pretrained saved saved_models artifacts experiments exp src lib app apps config configs conf cache tmp temp
  assets resources static public docs scripts test tests examples bin build dist var usr opt home mnt workspace path to
  application text image audio video multipart font message
  azure anthropic bedrock vertex_ai vertex gemini openrouter ollama groq together_ai together fireworks_ai fireworks
  replicate deepinfra perplexity xai x-ai cohere_chat sagemaker palm anyscale cloudflare watsonx databricks nvidia_nim
  mistral codestral deepseek moonshot dashscope volcengine github copilot cerebras sambanova novita friendliai voyage
  litellm llama-cpp lmstudio vllm hosted_vllm custom local
  `
    .trim()
    .split(/\s+/),
);

/** Models of hosted APIs whose owner has models on the hub, too. */
const hosted =
  /^(?:openai\/(?:gpt-[345]|o[134]|text-|chatgpt|davinci)|google\/(?:gemini|palm)|amazon\/(?:nova|titan)|cohere\/|ai21\/j)/i;

/** Whether a text has the shape `owner/name` of a hub model and not that of a path, a media type or a hosted API. */
export function isQualifiedId(text: string): boolean {
  if (text.length > 96 || !qualified.test(text) || text.includes('..') || fileName.test(text)) return false;
  return !noOwners.has(text.slice(0, text.indexOf('/')).toLowerCase()) && !hosted.test(text);
}

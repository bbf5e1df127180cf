/** Under which keys people name models in their configuration files. */
import type { Part } from '../../usage';

/** Keys that say by themselves that a model of the hub follows. In `snake_case`; other spellings are turned into it. */
const telling = words(`
  model_name_or_path pretrained_model_name_or_path pretrained_model_name pretrained_model pretrained_model_path
  pretrained_name_or_path pretrained_name base_model base_model_name base_model_id base_model_name_or_path base_model_path
  hf_model hf_model_id hf_model_name hf_model_path hf_repo hf_repo_id hf_id huggingface_model huggingface_model_id
  huggingface_model_name huggingface_repo hf_name_or_path name_or_path model_id model_name_or_id
  tokenizer_name_or_path tokenizer_name tokenizer_id tokenizer_model processor_name_or_path processor_name
  feature_extractor_name_or_path adapter_name_or_path peft_model_id lora_model_id lora_model lora_name_or_path
  peft_model_name_or_path embedding_model embedding_model_name embedding_model_id embeddings_model embed_model
  embed_model_name embedding_model_name_or_path sentence_transformer sentence_transformer_model
  sentence_transformers_model reranker_model reranker_model_name rerank_model cross_encoder cross_encoder_model
  draft_model speculative_model reward_model reward_model_name_or_path teacher_model teacher_model_name_or_path
  student_model student_model_name_or_path ref_model encoder_name_or_path encoder_model decoder_name_or_path
  backbone_name_or_path transformer_model transformer_name bert_model bert_model_name llm_name_or_path
  vae_name_or_path text_encoder_name_or_path unet_name_or_path spacy_model
`);

/** Keys that do so where the file is about models. */
const likely = words(`
  model model_name model_path models model_type_or_path tokenizer tokenizer_path processor encoder decoder backbone
  encoder_name backbone_name pretrained pretrained_path llm llm_model llm_model_name llm_name language_model lm lm_name
  text_encoder vision_encoder image_encoder vae unet controlnet checkpoint repo_id embedder embedding embeddings reranker
  adapter lora lora_path peft_path generator retriever_model generator_model ner_model classifier_model
`);

/** Keys inside of a map that is itself named as a model is: `model: { name: … }`. */
const inner = words('name id path name_or_path model_name model repo repo_id pretrained hf_id hub_id');
const holders = words(`
  model tokenizer processor encoder decoder backbone llm language_model embedding embeddings embedder embedding_model
  reranker generator text_encoder vision_encoder base_model pretrained_model transformer adapter teacher student
  reward_model draft_model models lm
`);

/** Other keys of files that are about models. */
const neighbours = words(`
  learning_rate lr batch_size per_device_train_batch_size train_batch_size num_train_epochs epochs num_epochs max_epochs
  max_length max_seq_length max_seq_len sequence_len max_new_tokens max_tokens temperature top_p top_k torch_dtype dtype
  fp16 bf16 load_in_4bit load_in_8bit quantization lora_r lora_alpha lora_dropout target_modules trust_remote_code
  device_map gpu_memory_utilization tensor_parallel_size merge_method optimizer scheduler lr_scheduler
  lr_scheduler_type warmup_steps warmup_ratio weight_decay gradient_accumulation_steps num_labels hidden_size
  chunk_size context_length max_model_len num_beams dataset_name datasets train_file tokenizer_name eval_steps
`);

const aboutModels =
  /config|conf\b|conf\/|train|finetun|fine-tun|sft|lora|qlora|dpo|model|experiment|hparam|params|hyper|recipe|llm|rag|axolotl|mergekit|pipeline|settings|infer/i;

/** How much a key says. */
export type KeyWeight = 'telling' | 'likely' | null;

/** Keys that say of which part a model is the model: `t5_model`, `sd_pretrained_model_name_or_path`. */
const ofPart = /^[a-z\d]\w*_(?:name_or_path|pretrained_model|model_name|model_id|hf_model)$/;
/** Where a model goes to, not where it comes from. */
const ofResult = /^(?:hub|output|out|save|saved|push|target|dest|new|final|export|merged|finetuned|result)_/;

/** What the keys that lead to a value say of it. */
export function weightOf(keys: readonly string[]): KeyWeight {
  const own = normal(keys.at(-1) ?? '');
  const parent = normal(keys.at(-2) ?? '');
  if (telling.has(own)) return 'telling';
  if (ofResult.test(own)) return null;
  if (ofPart.test(own)) return 'telling';
  if (own.endsWith('_model') && !inner.has(own)) return 'likely';
  if (likely.has(own) || (inner.has(own) && holders.has(parent))) return 'likely';
  return null;
}

/** Whether the rest of a file says that it is about models: its name, or a key that only such files have. */
export function isAboutModels(path: string, keys: Iterable<readonly string[]>): boolean {
  if (aboutModels.test(path)) return true;
  for (const each of keys) if (neighbours.has(normal(each.at(-1) ?? ''))) return true;
  return false;
}

/** Which part of a model a key names. */
export function partOfKey(keys: readonly string[]): Part {
  const said = keys.slice(-2).map(normal).join(' ');
  if (said.includes('tokenizer')) return 'tokenizer';
  if (/processor|feature_extractor/.test(said)) return 'processor';
  return /adapter|peft|lora/.test(said) && !said.includes('base_model') ? 'adapter' : 'weights';
}

/** The library that most likely reads a key: it decides which prefix a short name lacks. */
export function libraryOfKey(keys: readonly string[]): string {
  const said = keys.slice(-2).map(normal).join(' ');
  if (said.includes('spacy')) return 'spacy';
  return /embed|rerank|sentence_transformer|cross_encoder/.test(said)
    ? 'sentence-transformers'
    : 'transformers';
}

/** `modelNameOrPath`, `model-name-or-path` -> `model_name_or_path`. */
function normal(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

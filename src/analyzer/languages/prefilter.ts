import type { Language } from '../source';

/** Larger files are data, no configuration. */
export const maxConfigBytes = 300_000;

/**
 * Words one of which stands in every file that names a model, by language: the packages and loaders of JavaScript, the
 * programs of shell commands, the words of which the keys of configurations are made. Null: any file may.
 */
const words: Readonly<Record<Exclude<Language, 'python'>, RegExp | null>> = {
  javascript: scriptWords(),
  typescript: scriptWords(),
  tsx: scriptWords(),
  shell: commandWords(),
  dockerfile: commandWords(),
  makefile: commandWords(),
  requirements: null,
  config: new RegExp(
    `${commandWords().source}|coder|backbone|llm|lm_|embed|rerank|checkpoint|lora|peft|adapter|vae|unet|controlnet|generator|extractor|hub|lm\\b|teacher|student|core`,
    'i',
  ),
};

function scriptWords(): RegExp {
  return /transformers|huggingface|web-llm|wllama|node-llama-cpp|langchain|from_pretrained|pipeline/;
}

function commandWords(): RegExp {
  return /download|clone|submodule|huggingface|hf\.co|hf-mirror|hf_|yolo|serve|vllm|text-(?:generation|embeddings)|sglang|lmdeploy|aphrodite|infinity|optimum-cli|mlx_|llama|llava|ct2-|\.whl|\.tar\.gz|\.zip|model|tokenizer|processor|coder|repo|pretrained|transformer|name_or_path|policy|mlc_|whisper|lighteval|litgpt/;
}

const chunk = 8192;
const overlap = 32;

/** Whether a file of a language other than Python may name a model. Bytes are taken for characters: the words are ASCII. */
export function mayNameModel(language: Exclude<Language, 'python'>, bytes: Uint8Array): boolean {
  if (language === 'config' && bytes.length > maxConfigBytes) return false;
  const pattern = words[language];
  return !pattern || isUtf16(bytes) || holds(bytes, pattern);
}

/** Whether a Python file may have been a notebook (`magics.ts`). */
export function mayBeNotebook(bytes: Uint8Array): boolean {
  if (isUtf16(bytes) || contains(bytes, 'Databricks notebook')) return true;
  return contains(bytes, '%%') && holds(bytes, /#\s*%%/);
}

/** Whether ASCII characters stand in bytes. The first is looked for by the engine, which is quick where it is rare. */
function contains(bytes: Uint8Array, characters: string): boolean {
  const codes = Array.from(characters, (character) => character.charCodeAt(0));
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}

function holds(bytes: Uint8Array, pattern: RegExp): boolean {
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk + overlap);
    if (pattern.test(String.fromCharCode(...part))) return true;
  }
  return false;
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

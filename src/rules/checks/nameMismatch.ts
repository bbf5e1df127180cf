import type { ModelRecord } from '../../db/record';
import { type Message, message } from '../../shared/message';
import type { Rule } from '../rule';

/** Words of names that claim an architecture -> the classes that bear it out. Only words that name nothing else are listed. */
const architectures: readonly (readonly [word: RegExp, classes: RegExp])[] = [
  [/^(?:t5|flan-?t5|mt5|byt5)$/, /T5|UMT5/],
  [/^gpt-?2$/, /GPT2|DialoGPT|OnnxModel|EncoderDecoder/],
  [/^gpt-?neox$/, /GPTNeoX/],
  [/^gptj$/, /GPTJ/],
  [/^bart$/, /Bart|LED|BigBirdPegasus/i],
  [/^pegasus$/, /Pegasus/],
  [/^electra$/, /Electra/],
  [/^deberta$/, /Deberta/i],
  [/^albert$/, /Albert/],
  [/^wav2vec2$/, /Wav2Vec2|SpeechEncoderDecoder/i],
  [/^whisper$/, /Whisper/],
  [/^xlnet$/, /XLNet/],
  [/^mixtral$/, /Mixtral/],
  [/^bloom$/, /Bloom/],
  [/^falcon$/, /Falcon|RW/],
  [/^gemma$/, /Gemma/i],
  [/^opt$/, /OPT/],
  [/^phi$/, /Phi|MixFormer/],
];

/** Such a name speaks of the model that this one goes with or was made from. */
const relational =
  /(?:^|[-_. ])(?:from|to|like|vs|for|based|distil(?:l|led)?|draft|adapter|lora|qlora|peft|speculator|eagle\d?|dflash|reward|classifier|rm|judge|tokenizer|embeddings?|merged?|moe|mix|hybrid|x|and|with|clip|vision|llava|encoder|decoder|onnx|gguf|awq|gptq|ggml|exl2|bnb|int[48]|[2-8]-?bit|fp8|quant\w*|q[2-8](?:_\w+)*|pruned|sparse|tiny|random|test|dummy|mamba|hf)(?=$|[-_. ])/i;

/** A parameter count in a name: `7b`, `1.3B`, `350m`. */
const sizeWord = /^(\d{1,3}(?:\.\d{1,2})?)([mb])$/i;

/** `16E`, `A3B`, `8x7b`: of a mixture of experts the size may be that of one, of those at work, or of all. */
const expertWord = /^(?:\d+e|a\d+(?:\.\d+)?b|\d+x\d+(?:\.\d+)?b)$/i;

/** Counts of one model differ by embeddings and heads, and some hubs count bytes of two-byte weights; beyond this it is another. */
const tolerance = 2.5;

/** Tasks that a name may claim by a word that means nothing else. */
const tasks: readonly (readonly [word: RegExp, task: RegExp])[] = [
  [/^ner$/, /token-classification|text2text|text-generation|feature/],
  [
    /^(?:squad|squadv?[12]|squad2)$/,
    /question-answering|text2text|text-generation|feature|fill-mask|text-classification/,
  ],
  [/^(?:summarization|summarizer)$/, /summarization|text2text|text-generation|feature/],
  [/^asr$/, /automatic-speech|audio|speech/],
];

/** What a name claims and the record denies; null when they agree or one of them is silent. */
export function mismatch({ id, architectures: classes, parameters, task }: Named): Message | null {
  const name = id.split('/').at(-1) ?? id;
  if (relational.test(name)) return null;
  const words = wordsOf(name);
  return (
    architectureMismatch(id, words, classes) ??
    sizeMismatch(id, words, parameters) ??
    taskMismatch(id, words, task)
  );
}

/** `1_8b` may be 1.8b or a version 1 of 8b: no claim. What stands behind a dot and a letter is a tag of the weights. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/\.(?=[a-z]).*$/, '')
    .replace(/\d_\d+[bm](?=$|[-_ ])/g, '')
    .split(/[-_ ]+/);
}

type Named = Pick<ModelRecord, 'id' | 'architectures' | 'parameters' | 'task'>;

function architectureMismatch(
  id: string,
  words: readonly string[],
  classes: readonly string[],
): Message | null {
  if (classes.length === 0) return null;
  const claims = architectures.filter(([word]) => words.some((one) => word.test(one)));
  const [claim] = claims;
  // A name with two architectures tells a story that this rule cannot read.
  if (!claim || claims.length > 1 || classes.some((one) => claim[1].test(one))) return null;
  const word = words.find((one) => claim[0].test(one)) ?? '';
  return message('The name of {0} says {1}, its configuration says {2}.', id, word, classes.join(', '));
}

function sizeMismatch(id: string, words: readonly string[], parameters: number | null): Message | null {
  const claims = words.filter((word) => sizeWord.test(word));
  const [claim] = claims;
  if (parameters === null || claim === undefined || claims.length > 1 || claim.startsWith('0')) return null;
  if (words.some((word) => expertWord.test(word))) return null;
  const match = sizeWord.exec(claim);
  const said = Number(match?.[1]) * (match?.[2]?.toLowerCase() === 'b' ? 1e9 : 1e6);
  const ratio = parameters / said;
  if (!(said > 0) || (ratio < tolerance && ratio > 1 / tolerance)) return null;
  return message('The name of {0} says {1} parameters, the record says {2}.', id, claim, parameters);
}

function taskMismatch(id: string, words: readonly string[], task: string | null): Message | null {
  if (task === null) return null;
  // The last word says what a model does; one before may say what its input is made by.
  const word = words.at(-1) ?? '';
  const claim = tasks.find(([name]) => name.test(word));
  if (!claim || claim[1].test(task)) return null;
  return message('The name of {0} says {1}, the hub lists it under {2}.', id, word, task);
}

/** The name claims an architecture, a size or a task that the record contradicts. Precise rather than complete. */
export const nameMismatch: Rule = {
  id: 'name-mismatch',
  severity: 'off',
  family: 'model',
  title: message("The model's name claims what its record contradicts"),
  check: ({ model: { lookup } }) => {
    const found = 'record' in lookup && lookup.record.hub === 'huggingface' ? mismatch(lookup.record) : null;
    return found === null ? null : { message: found };
  },
};

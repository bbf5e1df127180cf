/** Sentences that say which model this one was made from. */
import type { FieldValue } from '../card';
import type { Span } from '../read/block';
import { hubPage, type Link } from '../read/link';
import type { Sentence } from '../read/sentences';
import { found, hasAny, isUnder, type Look, type ReadCard, type Reading } from './field';

/** A model's name where no link says it: no spaces, and something that words do not have. */
export const modelName =
  /^(?=[\w./+-]{2,80}$)(?=.*(?:[A-Za-z].*\d|[a-z].*[A-Z]|[A-Z]{2,}|\w[-_/]\w))[A-Za-z0-9][\w./+-]*$/;

const notModels =
  /^(?:GPUs?|TPUs?|NLP|English|JAX|PyTorch|TensorFlow|Transformers|HuggingFace|Hugging|state-of-the-art|self-supervised|pre-trained|semi-supervised|multi-?lingual|encoder-decoder|sequence-to-sequence|BiLSTM|CNN|LSTM|SOTA|large-scale|end-to-end|[\w-]+-(?:based|like|style|only)|BERT|GPT|ViT|SentencePiece|top-?\d*)$/i;

/** A way to say it: the name stands right behind the phrase. */
interface Phrase {
  /** Words in lower case of which each match has one. */
  readonly needles: readonly string[];
  readonly pattern: RegExp;
  /** `a TrOCR model fine-tuned on …` may speak of the model itself: a name without a size or an owner is not enough. */
  readonly isWeak?: true;
}

const phrases: readonly Phrase[] = [
  {
    needles: ['version', 'variant', 'checkpoint', 'port', 'copy', 'clone', 'conversion'],
    pattern:
      /\b(?:fine-?\s?tuned|finetuned|distilled|truncated|quantized|quantised|pruned|compressed|smaller|adapted|converted|trained|uncased|cased|optimized|lighter)[\w\s,-]{0,30}?\s(?:version|variant|checkpoint|port|copy|clone|conversion)\s+of\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?/gi,
  },
  {
    needles: ['tuned', 'tuning'],
    pattern:
      /\b(?:fine-?tun(?:ed|ing)\s+(?:on\s+top\s+of|from|of|upon)|(?:by|after|through)\s+fine-?\s?tuning|(?:I|we)\s+(?:have\s+)?fine-?tuned)\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?/gi,
  },
  {
    needles: ['initiali', 'start', 'distilled', 'continued', 'adapted', 'derived'],
    pattern:
      /\b(?:initiali[sz]ed|warm-?started|started|starting|distilled|continued|adapted|derived)\s+(?:\w+\s+){0,3}?(?:from|with|by|using)\s+(?:the\s+|an?\s+)?(?:weights\s+of\s+|checkpoint\s+of\s+)?(?:the\s+|an?\s+)?(?:pre-?trained\s+)?/gi,
  },
  {
    needles: ['base'],
    pattern:
      /\bbase\s+model\s+(?:is|was|:)\s+|\b(?:(?:model|version)\s+(?:is\s+)?|(?<=[-\d][\w-]*\s)is\s+)based\s+on\s+(?:the\s+|an?\s+)?/gi,
  },
  { needles: ['trained'], pattern: /\bwe\s+used?\s+the\s+pre-?trained\s+/gi },
  {
    needles: ['trained', 'tuned'],
    pattern:
      /\b(?:is|are|this)\s+(?:an?\s+|the\s+)?(?=[\w/.+-]{2,60}\s+(?:\w+\s+)?(?:fine-?tuned|further\s+(?:pre-?)?trained|trained|finetuned|pre-?trained)\b)/gi,
  },
  {
    needles: ['tuned'],
    pattern:
      /^\s*(?:this\s+is\s+(?:an?\s+|the\s+)?)?(?=[\w/.+-]{2,60}\s+model\s+fine-?tuned\b)|^\s*fine-?tuned\s+(?=[\w.-]+\/[\w.-]+\s)/gi,
    isWeak: true,
  },
];

/** Words of other languages for a model that another one is made from; there a link or an id has to name it. */
const foreignPhrases =
  /事前学習(?:済み)?モデル|ベースモデル|をベースに|ファインチューニング|微调|微調|预训练模型|基座模型|基于|사전\s?학습|기반으로|미세\s?조정|дообуч|предобучен|basado en|ajustado|basiert auf|feinabgestimmt|basé sur|baseado em/iu;

/** A part of a model is no model: `the image encoder was initialized from …`. */
const partOfModel =
  /(?:encoder|decoder|embeddings?|tokeni[sz]er|vocabular(?:y|ies)|backbone|layers?|heads?)\s+(?:(?:is|was|are|were|has been|have been)\s+)?$/i;

/** Under such headings other models are spoken of. */
const elsewhere = /reference|citation|related|example|other/;

/** What the phrases have in common: few sentences need a closer look. */
const hint =
  /version|variant|checkpoint|port|copy|clone|conversion|tun(?:ed|es|ing)|initiali|start|distill|contin|adapt|deriv|base|trained|model uses/;

/** The model that the first such sentence names. */
export const derivedFrom: Look = (card) => {
  const own = lastPart(card.subject.id ?? '');
  for (const sentence of card.sentences) {
    if (!hint.test(sentence.lower) || isUnder(sentence.section, elsewhere)) continue;
    const named = [...phrases.flatMap((phrase) => readings(sentence, phrase)), ...tunedLinks(sentence)].sort(
      (a, b) => a.at - b.at,
    );
    const other = named.find(({ reading }) => lastPart(String(reading.value)) !== own);
    if (other) return [found(other.reading, sentence, 'text')];
  }
  return foreignBase(card);
};

/** A model's name without its owner. */
function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/** A name and where it stands in its sentence. */
interface Named {
  readonly at: number;
  readonly reading: Reading;
}

/** What follows a link to the model that something is done to: `[a model](…) fine-tuned on …`, `… and fine-tunes it`, `… as base model`. */
const doneToIt =
  /^\s*(?:(?:model|checkpoint)?,?\s*(?:that (?:is|was|has been)|and)?\s*(?:further\s+)?fine-?\s?tun(?:ed|es|ing)\b|as (?:an? |the )?base model\b)/i;

/** What stands before a link to the model that is used: `This model uses [a model](…)`. */
const usedByIt = /\b(?:this|the|our) model uses\s+(?:the\s+|an?\s+)?$/i;

/** Models of the hub that are linked where something is done to them. */
function tunedLinks({ text, links: all }: Sentence): Named[] {
  return all.flatMap((link) => {
    const isBase =
      doneToIt.test(text.slice(link.end, link.end + 60)) ||
      usedByIt.test(text.slice(Math.max(0, link.start - 40), link.start));
    const reading = isBase && hubPage(link.url)?.kind === 'model' ? linkedModel(link) : null;
    return reading ? [{ at: link.start, reading }] : [];
  });
}

function readings(sentence: Sentence, { needles, pattern, isWeak }: Phrase): Named[] {
  if (!hasAny(sentence.lower, needles)) return [];
  return Array.from(sentence.text.matchAll(pattern)).flatMap((match) => {
    if (partOfModel.test(sentence.text.slice(Math.max(0, match.index - 40), match.index))) return [];
    const at = match.index + match[0].length;
    const reading = namedAfter(sentence, at);
    const isEnough = reading && (!isWeak || reading.link || /[-_/\d]/.test(String(reading.value)));
    return isEnough ? [{ at, reading }] : [];
  });
}

/** The model named right behind a phrase: linked, in code, or a word that looks like one. */
function namedAfter({ text, links: all }: Span, at: number): Reading | null {
  const link = all.find(({ start }) => start >= at && start - at <= 2);
  if (link) return linkedModel(link);
  const word = /^[\s`"'“]*([A-Za-z0-9][\w./+-]*)/.exec(text.slice(at, at + 100))?.[1]?.replace(/[.,]+$/, '');
  return word && modelName.test(word) && !notModels.test(word) ? { value: word } : null;
}

function linkedModel(link: Link): Reading | null {
  const page = hubPage(link.url);
  if (page && page.kind !== 'model') return null;
  if (/\.(?:zip|gz|bz2|png|jpe?g|ipynb)$/i.test(link.url)) return null;
  const name = page?.id ?? link.text.replace(/\s+(?:model|checkpoint|weights)$/i, '').trim();
  return name.length > 80 || name === '' ? null : { value: name, link: link.url };
}

/** Sentences of other languages: the hub's model that is linked, or named with its owner. */
function foreignBase(card: ReadCard): FieldValue[] {
  for (const sentence of card.sentences) {
    if (!foreignPhrases.test(sentence.text) || isUnder(sentence.section, elsewhere)) continue;
    const reading = hubModelIn(sentence, card.subject.id);
    if (reading) return [found(reading, sentence, 'text')];
  }
  return [];
}

function hubModelIn({ text, links: all }: Span, own = ''): Reading | null {
  const isOther = (id: string) => id.toLowerCase() !== own.toLowerCase();
  for (const link of all) {
    const page = hubPage(link.url);
    if (page?.kind === 'model' && isOther(page.id)) return { value: page.id, link: link.url };
  }
  const id = /(?<![\w./:-])[A-Za-z][\w.-]{1,40}\/[A-Za-z][\w.-]*[-_\d][\w.-]*/.exec(text)?.[0];
  return id && isOther(id) && modelName.test(id) ? { value: id } : null;
}

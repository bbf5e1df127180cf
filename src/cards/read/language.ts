/** Which part of a card's text is in English: the rules about sentences know no other language. */
import { type Message, message } from '../../shared/message';
import type { Sentence } from './sentences';

/** Letters of scripts other than the Latin one. */
const otherScript = /[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff]/g;

/** Small words of other languages that are written in Latin letters; those that English has too are left out. */
const otherWords =
  /(?<!\p{L})(?:der|das|und|ist|nicht|mit|für|wird|wurde|auf|eine|el|los|las|una|del|que|para|con|por|les|des|est|une|dans|pour|avec|sur|uma|não|com|dos|foi|il|della|che|sono|het|een|van|voor|met|och|att|som|är|jest|nie|oraz|się|bir|ve|için|ile|yang|dan|untuk|dengan|và|của|là)(?!\p{L})/gu;

const englishWords =
  /\b(?:the|of|and|is|are|was|were|with|this|that|for|from|by|which|you|it|has|have|been|to|in)\b/g;

/** Names and quotations have fewer. */
const fewest = 3;

/** Below this share a quotation or an example may be meant. */
const worthSaying = 0.3;

/** What to say of a card that is largely in another language, or null. */
export function languageProblem(sentences: readonly Sentence[]): Message | null {
  let all = 0;
  let foreign = 0;
  for (const { lower } of sentences) {
    all += lower.length;
    if (!isEnglish(lower)) foreign += lower.length;
  }
  if (all < 80 || foreign < all * worthSaying) return null;
  return message(
    '{0} % of the text is not in English: only headings, labels, tables, names, numbers and links of it are read',
    Math.round((100 * foreign) / all),
  );
}

function isEnglish(lower: string): boolean {
  const others = lower.match(otherScript)?.length ?? 0;
  if (others > lower.length / 5) return false;
  const foreign = lower.match(otherWords)?.length ?? 0;
  // Lists of names have such words too, here and there; lists of codes are made of them.
  if (foreign < fewest || foreign < lower.length / 60 || !/\p{L}{6}/u.test(lower)) return true;
  return foreign < (lower.match(englishWords)?.length ?? 0);
}

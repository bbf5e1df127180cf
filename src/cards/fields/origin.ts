/** Where the model comes from: base model and data. */
import type { Span } from '../read/block';
import { arxivId, hubPage, type Link } from '../read/link';
import { type Field, front, found, isUnder, labels, links, type Look, type Reading } from './field';
import { nameOfLink, namesIn } from './names';

/** A model's name where no link says it: no spaces, and something that words do not have. */
const modelName =
  /^(?=[\w./+-]{2,80}$)(?=.*(?:[A-Za-z].*\d|[a-z].*[A-Z]|[A-Z]{2,}|\w[-_/]\w))[A-Za-z0-9][\w./+-]*$/;

/** Phrases behind which the base model is named. `of … version of` is the commonest of all cards. */
const derivations =
  /\b(?:fine-?\s?tuned|finetuned|distilled|truncated|quantized|quantised|pruned|compressed|smaller|adapted|converted|trained|uncased|cased|optimized|lighter)[\w\s,-]{0,30}?\s(?:version|variant|checkpoint|port|copy|clone|conversion)\s+of\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\bfine-?tun(?:ed|ing)\s+(?:on\s+top\s+of|from|of|upon)\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\b(?:initiali[sz]ed|warm-?started|started|starting|distilled|continued|adapted|derived)\s+(?:\w+\s+){0,3}?(?:from|with|by|using)\s+(?:the\s+|an?\s+)?(?:weights\s+of\s+|checkpoint\s+of\s+)?(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\bbase\s+model\s+(?:is|was|:)\s+|\bwe\s+use[d]?\s+the\s+pre-?trained\s+|\b(?:is|are|this)\s+(?:an?\s+|the\s+)?(?=[\w/.+-]{2,60}\s+(?:\w+\s+)?(?:fine-?tuned|further\s+(?:pre-?)?trained|trained|finetuned|pre-?trained)\b)|^\s*(?:this\s+is\s+(?:an?\s+|the\s+)?)?(?=[\w/.+-]{2,60}\s+model\s+fine-?tuned\b)|^\s*fine-?tuned\s+(?=[\w.-]+\/[\w.-]+\s)|\b(?:(?:model|version)\s+(?:is\s+)?|(?<=[-\d][\w-]*\s)is\s+)based\s+on\s+(?:the\s+|an?\s+)?|\bI\s+(?:have\s+)?fine-?tuned\s+(?:the\s+)?|\bwe\s+(?:have\s+)?fine-?tuned\s+(?:the\s+)?/gi;

/** The model named right behind a phrase: linked, in code, or a word that looks like one. */
function namedAfter({ text, links: all }: Span, at: number): Reading | null {
  const link = all.find(({ start }) => start >= at && start - at <= 2);
  if (link) return linkedModel(link);
  const word = /^[\s`"'“]*([A-Za-z0-9][\w./+-]*)/.exec(text.slice(at, at + 100))?.[1]?.replace(/[.,]+$/, '');
  return word && modelName.test(word) && !notModels.test(word) ? { value: word } : null;
}

const notModels =
  /^(?:GPUs?|TPUs?|NLP|English|JAX|PyTorch|TensorFlow|Transformers|HuggingFace|Hugging|state-of-the-art|self-supervised|pre-trained|semi-supervised|multi-?lingual|encoder-decoder|sequence-to-sequence|BiLSTM|CNN|LSTM|SOTA|large-scale|end-to-end|[\w-]+-(?:based|like|style|only)|BERT|GPT|ViT|SentencePiece|top-?\d*)$/i;

function linkedModel(link: Link): Reading | null {
  const page = hubPage(link.url);
  if (page && page.kind !== 'model') return null;
  if (/\.(?:zip|gz|bz2|png|jpe?g|ipynb)$/i.test(link.url)) return null;
  const name = page?.id ?? link.text.replace(/\s+(?:model|checkpoint|weights)$/i, '').trim();
  return name.length > 80 || name === '' ? null : { value: name, link: link.url };
}

const derivedFrom: Look = (card) =>
  card.sentences.flatMap((sentence) => {
    if (isUnder(sentence.section, /reference|citation|related|example|other/)) return [];
    return [...sentence.text.matchAll(derivations)].flatMap((match) => {
      const reading = namedAfter(sentence, match.index + match[0].length);
      return reading ? [found(reading, sentence, 'text')] : [];
    });
  });

/** Headings under which the data that the model learned from is described. */
const dataSections =
  /^(?:the )?(?:pre-?)?(?:train(?:ing)?(?: and evaluation)?|fine-?tuning|pre-?training)?\s*(?:data|datasets?|corp(?:us|ora))\b|^dataset|details of the (?:downstream task|dataset)|training data/;

/** A word that says that a link goes to data. */
const dataWord = /\b(?:data\s?sets?|corp(?:us|ora)|data|dump|treebank|common crawl|wikipedia)\b/i;

/** Links to data: the hub's dataset pages where the text speaks of training, and what is linked under headings of data. */
const dataLinks: Look = links((link, sentence) => {
  const page = hubPage(link.url);
  if (page?.kind === 'dataset') return { value: page.id, link: link.url };
  if (
    page ||
    arxivId(link.url) ||
    !isUnder({ ...sentence.section, path: sentence.section.path.slice(-1) }, dataSections)
  )
    return null;
  if (/\.(?:png|jpe?g|svg|py|ipynb|json)(?:$|[?#])/i.test(link.url)) return null;
  const around = sentence.text.slice(Math.max(0, link.start - 60), link.end + 60);
  if (!dataWord.test(around) && !/train|collect|consist|includ/i.test(sentence.text)) return null;
  return { value: nameOfLink(link), link: link.url };
});

/** `trained on the X dataset`. */
const trainedOn =
  /\b(?:(?:pre-?|fine-?)?trained|fine-?tuned|finetuned|tuned|learned)\s+(?:\w+\s+){0,4}?(?:on|with|using|over)\s+(?:the\s+|an?\s+|our\s+)?([^.;:()\n]{2,90}?)\s+(?:data\s?sets?|corp(?:us|ora)|benchmark|data)\b/i;

/** `pre-trained on [X](…)`, `trained on [X](…)`. */
const trainedOnLink =
  /\b(?:(?:pre-?|fine-?)?trained|fine-?tuned|finetuned)\s+(?:\w+\s+){0,3}?(?:on|with|using)\s+(?:the\s+|an?\s+)?$/i;

const trainedSentence: Look = (card) =>
  card.sentences.flatMap((sentence) => {
    const linked = sentence.links.filter(({ start, text, url }) => {
      if (hubPage(url)?.kind === 'model' || arxivId(url)) return false;
      return (
        trainedOnLink.test(sentence.text.slice(Math.max(0, start - 80), start)) &&
        !/\bscript|repo|code|examples?\/|gpu|tpu\b/i.test(text)
      );
    });
    if (linked.length > 0)
      return linked.map((link) => found({ value: nameOfLink(link), link: link.url }, sentence, 'text'));
    const [match, name] = firstNamedData(sentence.text);
    if (!match || !name) return [];
    const link = sentence.links.find(
      ({ start, text }) =>
        start >= match.index && start <= match.index + match[0].length && text.includes(name),
    );
    return [found({ value: name, ...(link ? { link: link.url } : {}) }, sentence, 'text')];
  });

/** `trained on many tweets and finetuned with the X benchmark`: the first of them that names data. */
function firstNamedData(text: string): [match: RegExpExecArray | null, name: string | null] {
  for (let from = 0; ;) {
    const match = trainedOn.exec(text.slice(from));
    const name = match ? dataName(match[1] ?? '') : null;
    if (!match || name) return [match && { ...match, index: match.index + from }, name];
    from += match.index + 1;
  }
}

/** A name has a capital, a digit or a hyphen; `a large amount of data` has none. */
function dataName(words: string): string | null {
  const name = words
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:\d[\w.,]*|(?:large|huge|vast)? ?amounts?|lots) of |the |an? |filtered |cleaned )+/i, '')
    .trim();
  const isName = /[A-Z].*[A-Z0-9]|\d|[a-z]_[a-z]|^[A-Z][\w-]+$/.test(name) && name.split(' ').length <= 6;
  return isName && !/\b(?:GPU|TPU|model|which|that)\b/.test(name) ? name : null;
}

/** Tables that list data: their first column, when its heading says so and it stands under a heading of training. */
const dataTables: Look = ({ tables }) =>
  tables
    .filter(
      ({ header, section }) =>
        /^(?:training )?(?:data ?sets?|corp(?:us|ora)|data(?: source)?)$/i.test(
          header[0]?.text.trim() ?? '',
        ) && isUnder(section, /train|data|corp/),
    )
    .filter(
      ({ header }) =>
        !header.slice(1).some(({ text }) => /bleu|f1|acc|rouge|score|wer|precision/i.test(text)),
    )
    .flatMap((table) =>
      table.rows.flatMap(({ cells: [cell], line }) => {
        const link = cell?.links[0];
        const text = link ? link.text : (cell?.text ?? '');
        const name = text.replace(/\s+/g, ' ').trim();
        if (!name || /^(?:total|sum|all)\b/i.test(name)) return [];
        const spot = { section: table.section, startLine: line, endLine: line, text: cell?.text ?? '' };
        return [found({ value: name, ...(link ? { link: link.url } : {}) }, spot, 'table')];
      }),
    );

export const originFields: readonly Field[] = [
  {
    name: 'baseModel',
    take: 'first',
    most: 4,
    looks: [
      front(['base_model', 'base_models', 'finetuned_from'], (value) => ({ value, ...hubLink(value) })),
      labels(
        /^(?:base[ -]?models?|parent model|fine-?tuned from(?: model)?|finetuned from(?: model)?|initiali[sz]ed from|pre-?trained model|upstream model)$/,
        (line) => namesIn(line).slice(0, 2),
      ),
      (card) => derivedFrom(card).slice(0, 1),
    ],
  },
  {
    name: 'datasets',
    take: 'first',
    most: 60,
    looks: [
      front(['datasets', 'dataset'], (value) => ({ value })),
      dataTables,
      labels(
        /^(?:(?:pre-?)?(?:training|trained|train|fine-?tuning) ?(?:data|data ?sets?|corp(?:us|ora)|on)?|data ?sets?|data|corpus|(?:pre-?)?training data ?sets?|language model training data|downstream data)$/,
        (line) => {
          const named = namesIn(line);
          return named.length > 1 || (named[0] && String(named[0].value).split(' ').length <= 6) ? named : [];
        },
      ),
      (card) => [...dataLinks(card), ...trainedSentence(card)],
    ],
  },
];

function hubLink(value: string): { link?: string } {
  return /^[\w.-]+\/[\w.-]+$/.test(value) ? { link: `https://huggingface.co/${value}` } : {};
}

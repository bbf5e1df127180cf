/** Where the model comes from: base model and data. */
import { arxivId, hubPage } from '../read/link';
import { derivedFrom } from './derivation';
import { type Field, front, found, hasAny, isUnder, labels, links, type Look } from './field';
import { nameOfLink, namesIn } from './names';

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
  /\b(?:(?:pre-?|fine-?)?train(?:ed)?|fine-?tuned?|finetuned?|tuned|learned)\s+(?:[\w-]+\s+){0,4}?(?:on|with|using|over)\s+(?:the\s+|an?\s+|our\s+)?((?:[^.;:()\n]|\.(?=\d)){2,90}?)\s+(?:data\s?sets?|corp(?:us|ora)|benchmark|data)\b/i;

/** `pre-trained on [X](…)`, `trained on [X](…)`. */
const trainedOnLink =
  /\b(?:(?:pre-?|fine-?)?trained|fine-?tuned|finetuned)\s+(?:\w+\s+){0,3}?(?:on|with|using)\s+(?:the\s+|an?\s+)?$/i;

const learned = ['train', 'tun', 'learned'];

const trainedSentence: Look = (card) =>
  card.sentences.flatMap((sentence) => {
    if (!hasAny(sentence.lower, learned)) return [];
    const linked = sentence.links.filter(({ start, end, text, url }) => {
      if (hubPage(url)?.kind === 'model' || arxivId(url)) return false;
      const before = sentence.text.slice(Math.max(0, start - 80), start);
      // What it was trained with or by means of may be a library.
      const isData =
        !/\b(?:with|using)\s+(?:the\s+|an?\s+)?$/i.test(before) ||
        dataWord.test(sentence.text.slice(start, end + 30));
      return isData && trainedOnLink.test(before) && !/\bscript|repo|code|examples?\/|gpu|tpu\b/i.test(text);
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

/** Sums and parts of data. */
const notData =
  /^(?:(?:total|sum|all)\b.*|(?:train(?:ing)?|dev(?:elopment)?|test|valid(?:ation)?|eval(?:uation)?)(?: ?(?:set|split|data))?)$/i;

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
        if (!name || notData.test(name)) return [];
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
      derivedFrom,
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
          // `Train | 8,700` counts examples.
          const named = /^[#\d]/.test(line.text) ? [] : namesIn(line);
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

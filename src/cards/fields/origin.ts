/** Where the model comes from: base model, data, papers, repository, demo, grant. */
import type { FieldValue } from '../card';
import type { Span } from '../read/block';
import { arxivId, githubRepository, hubPage, type Link, webAddress } from '../read/link';
import type { Sentence } from '../read/sentences';
import {
  type Field,
  front,
  found,
  isPlaceholder,
  isUnder,
  labels,
  links,
  type Look,
  type ReadCard,
  type Reading,
  sentences,
} from './field';

/** A model's name where no link says it: no spaces, and something that words do not have. */
const modelName =
  /^(?=[\w./+-]{2,80}$)(?=.*(?:[A-Za-z].*\d|[a-z].*[A-Z]|[A-Z]{2,}|\w[-_/]\w))[A-Za-z0-9][\w./+-]*$/;

/** Phrases behind which the base model is named. `of … version of` is the commonest of all cards. */
const derivations =
  /\b(?:fine-?\s?tuned|finetuned|distilled|truncated|quantized|quantised|pruned|compressed|smaller|adapted|converted|trained|uncased|cased|optimized|lighter)[\w\s,-]{0,30}?\s(?:version|variant|checkpoint|port|copy|clone|conversion)\s+of\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\bfine-?tun(?:ed|ing)\s+(?:on\s+top\s+of|from|of|upon)\s+(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\b(?:initiali[sz]ed|warm-?started|started|starting|distilled|continued|adapted|derived)\s+(?:\w+\s+){0,3}?(?:from|with|by|using)\s+(?:the\s+|an?\s+)?(?:weights\s+of\s+|checkpoint\s+of\s+)?(?:the\s+|an?\s+)?(?:pre-?trained\s+)?|\bbase\s+model\s+(?:is|was|:)\s+|\bwe\s+use[d]?\s+the\s+pre-?trained\s+|\b(?:is|are)\s+(?:an?\s+|the\s+)?(?=[\w/.+-]{2,60}\s+(?:model\s+)?(?:fine-?tuned|further\s+(?:pre-?)?trained|trained|finetuned|pre-?trained)\b)|\b(?:model|version)\s+(?:is\s+)?based\s+on\s+(?:the\s+|an?\s+)?|\bI\s+(?:have\s+)?fine-?tuned\s+(?:the\s+)?|\bwe\s+(?:have\s+)?fine-?tuned\s+(?:the\s+)?/gi;

/** The model named right behind a phrase: linked, in code, or a word that looks like one. */
function namedAfter({ text, links: all }: Span, at: number): Reading | null {
  const link = all.find(({ start }) => start >= at && start - at <= 2);
  if (link) return linkedModel(link);
  const word = /^[\s`"'“]*([A-Za-z0-9][\w./+-]*)/.exec(text.slice(at, at + 100))?.[1]?.replace(/[.,]+$/, '');
  return word && modelName.test(word) && !notModels.test(word) ? { value: word } : null;
}

const notModels =
  /^(?:GPUs?|TPUs?|NLP|English|JAX|PyTorch|TensorFlow|Transformers|HuggingFace|Hugging|state-of-the-art|self-supervised|pre-trained|semi-supervised|multi-?lingual|encoder-decoder|sequence-to-sequence|BiLSTM|CNN|LSTM|SOTA|large-scale|end-to-end|[\w-]+-(?:based|like|style|only)|SentencePiece|top-?\d*)$/i;

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

/** `label: [a](…), b`: one reading a link, else one a name of the list. */
function namesIn({ text, links: all }: Span): Reading[] {
  if (all.length > 0) return all.map((link) => ({ value: nameOfLink(link), link: link.url }));
  if (text.length > 300) return [];
  return text
    .split(/\s*[,;]\s*(?![^()]*\))|\s+and\s+/)
    .map((name) => name.replace(/[.\s]+$/, '').trim())
    .filter((name) => name !== '' && name.length <= 80 && !isPlaceholder(name))
    .map((value) => ({ value }));
}

function nameOfLink(link: Link): string {
  const page = hubPage(link.url);
  if (/^(?:here|link|this|url|https?:.*|dataset|paper|repo(?:sitory)?|\s*)$/i.test(link.text))
    return page?.id ?? link.url;
  return link.text.replace(/\s+/g, ' ').slice(0, 160);
}

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
        !/\bscript|repo|code|gpu|tpu\b/i.test(text)
      );
    });
    if (linked.length > 0)
      return linked.map((link) => found({ value: nameOfLink(link), link: link.url }, sentence, 'text'));
    const match = trainedOn.exec(sentence.text);
    const name = match ? dataName(match[1] ?? '') : null;
    if (!match || !name) return [];
    const link = sentence.links.find(
      ({ start, text }) =>
        start >= match.index && start <= match.index + match[0].length && text.includes(name),
    );
    return [found({ value: name, ...(link ? { link: link.url } : {}) }, sentence, 'text')];
  });

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

const paperHosts =
  /arxiv\.org\/(?:abs|pdf)|aclanthology\.org|aclweb\.org\/anthology|openreview\.net\/(?:forum|pdf)|doi\.org\/|papers\.nips\.cc|proceedings\.|openaccess\.thecvf\.com|dl\.acm\.org\/doi|academic\.oup\.com|ieeexplore|biorxiv\.org|isca-speech\.org|semanticscholar\.org\/paper|link\.springer\.com|nature\.com\/articles/i;

/** Papers that are linked: by where the link goes, or by the word in front of it. Lists of references are other people's papers. */
const paperLinks: Look = links((link, sentence) => {
  if (
    isUnder(
      sentence.section,
      /^(?:references|related|further reading|see also|bibliography|more resources|external resources)/,
    )
  )
    return null;
  // `(Liu et al., 2019)` cites somebody else's work.
  if (/\bet al\b|^[[(]?\p{Lu}[\p{L}-]+(?: (?:and|&) \p{Lu}[\p{L}-]+)?,? \(?\d{4}/u.test(link.text))
    return null;
  const before = sentence.text.slice(Math.max(0, link.start - 30), link.start);
  const saysPaper =
    /\bpaper\b[\s:"“]*(?:(?:can be found|is available|,? titled|entitled)?\s*(?:at|is|here)?\s*)?$/i.test(
      before,
    ) || /\bpaper\b/i.test(link.text);
  if (!paperHosts.test(link.url) && !(saysPaper && !hubPage(link.url) && !/paperswithcode/i.test(link.url)))
    return null;
  const title = /^(?:here|link|this(?: paper)?|paper|the paper|arxiv|pdf|https?:.*|)$/i.test(link.text)
    ? link.url
    : link.text;
  return { value: title.replace(/\s+/g, ' ').slice(0, 250), link: link.url };
});

/** Where a paper is linked by its title, links on the names of methods and data go to other people's papers. */
const ownPapers: Look = (card) => {
  const all = paperLinks(card);
  const isName = ({ value }: FieldValue) =>
    !/^https?:/.test(String(value)) && String(value).split(' ').length < 4;
  const titled = all.some((one) => !isName(one) && !/^https?:/.test(String(one.value)));
  return titled ? all.filter((one) => !isName(one)) : all;
};

/** A BibTeX entry: its title and where it is found. */
const bibtex: Look = ({ code, sentences: all }) => {
  const texts = [...code, ...all.filter(({ text }) => /@\w+\s*\{/.test(text))];
  return texts.flatMap((block) => {
    const entry = block.text.slice(0, 6_000);
    if (!/@\w+\s*\{/.test(entry)) return [];
    const title = /\btitle\s*=\s*["{]+([\s\S]{3,300}?)["}]+\s*,?\s*(?:\n|$)/i
      .exec(entry)?.[1]
      ?.replace(/[{}]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (!title || (/@(?:misc|software|online)/i.test(entry) && !/arxiv|eprint|journal/i.test(entry)))
      return [];
    const eprint = /\beprint\s*=\s*["{]+(?:arxiv:)?(\d{4}\.\d{4,5})/i.exec(entry)?.[1] ?? arxivId(entry);
    const url = webAddress(/\burl\s*=\s*["{]+(?:\\url\{)?([^"{}\s]{8,300})/i.exec(entry)?.[1] ?? '');
    const link = eprint ? `https://arxiv.org/abs/${eprint}` : url;
    return [
      found({ value: title, ...(link ? { link } : {}) }, { ...block, text: `title = ${title}` }, 'text'),
    ];
  });
};

/** What is said of a repository that is the model's own. */
const repositoryWord =
  /\b(?:repo(?:sitor(?:y|ies))?|github|code|codebase|source|official|original(?:ly)?|implement(?:ation|ed)|released|library|toolkit|project|details|script|readme|see|check out|visit)\b/i;

/** What is said of a repository that is something else's. */
const foreignWord =
  /\b(?:data\s?sets?|corp(?:us|ora)|benchmark|tokenizer from|based on|license of|thanks to|inspired by|demo|tutorial)\b/i;

const repository = (link: Link): Reading | null => {
  const name = githubRepository(link.url);
  return name ? { value: `https://github.com/${name}`, link: link.url } : null;
};

const repositoryLinks: Look = links((link, sentence) => {
  if (isUnder(sentence.section, /^(?:references|related|acknowledg|data|dataset|training data|benchmark)/))
    return null;
  if (/huggingface\/(?:transformers|datasets|tokenizers|exbert)(?:$|[/?#])/i.test(link.url)) return null;
  if (/\.(?:zip|gz|png|jpe?g|gif|svg|pdf)(?:$|[?#])/i.test(link.url)) return null;
  const around = sentence.text.slice(Math.max(0, link.start - 90), link.end + 40);
  return repositoryWord.test(around) && !foreignWord.test(around) ? repository(link) : null;
});

/** The only repository that a card names is its own, whatever the words around it. */
const soleRepository: Look = (card) => {
  const all = links((link, { section }) =>
    isUnder(section, /^(?:references|related|acknowledg)/) ? null : repository(link),
  )(card);
  const names = new Set(all.map(({ value }) => String(value).toLowerCase()));
  return names.size === 1 && !foreignWord.test(all[0]?.evidence.quote ?? '') ? all.slice(0, 1) : [];
};

/** Where a model can be tried. */
const demoHosts =
  /colab\.research\.google\.com|huggingface\.co\/spaces\/|hf\.space|gradio\.app|streamlit|replicate\.com|kaggle\.com\/(?:code|notebooks)|mybinder\.org|nbviewer/i;

const demoLinks: Look = links((link, sentence) => {
  const before = sentence.text.slice(Math.max(0, link.start - 40), link.end);
  const isDemo =
    demoHosts.test(link.url) ||
    (/\bdemo\b/i.test(before) && !/github\.com|arxiv/i.test(link.url)) ||
    /\.ipynb(?:$|[?#])/i.test(link.url);
  return isDemo ? { value: link.url, link: link.url } : null;
});

/** The first example under a heading of use, as the words that lead to it. */
const usageCode: Look = (card) => {
  const runs = codeBehind(card, /\bimport\b|from_pretrained|pipeline\(|\bcurl\b/);
  return runs.length > 0 ? runs : codeBehind(card, /\bmodel\b|pip install/);
};

function codeBehind({ blocks }: ReadCard, sign: RegExp): FieldValue[] {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind !== 'code' || !sign.test(block.text) || /@\w+\s*\{/.test(block.text)) continue;
    const before = blocks[index - 1];
    const lead =
      before?.kind === 'text' && before.section === block.section
        ? before.text.trim().split('\n').at(-1)
        : undefined;
    const value = lead ?? block.section.title;
    return [found({ value: (value || firstLine(block.text)).slice(0, 200) }, block, 'section')];
  }
  return [];
}

function firstLine(text: string): string {
  return text.trimStart().split('\n')[0] ?? '';
}

const words = (sentence: Sentence): Reading => ({
  value: sentence.text.replace(/\s+/g, ' ').trim().slice(0, 300),
});

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
  {
    name: 'paper',
    take: 'first',
    most: 12,
    looks: [
      ownPapers,
      labels(/^(?:research )?papers?$/, (line) => (line.links.length > 0 ? namesIn(line) : null)),
      bibtex,
    ],
  },
  {
    name: 'githubRepo',
    take: 'first',
    most: 1,
    looks: [
      front(['repo', 'repository', 'github'], (text) => {
        const url = webAddress(text);
        return url ? repository({ text, url, start: 0, end: 0 }) : null;
      }),
      labels(
        /^(?:(?:github|code|model|official|source) ?)?(?:repo(?:sitory)?|code|github|source|readme)(?: link)?$|readme$/,
        (line) => line.links.flatMap((link) => repository(link) ?? []).slice(0, 1),
      ),
      repositoryLinks,
      soleRepository,
    ],
  },
  {
    name: 'demo',
    take: 'all',
    most: 4,
    looks: [
      labels(/^(?:online |live |interactive )?demo(?: \[optional\])?$/, (line) =>
        namesIn(line).filter(({ link }) => link),
      ),
      demoLinks,
      usageCode,
    ],
  },
  {
    name: 'grant',
    take: 'first',
    most: 3,
    looks: [
      labels(/^(?:funded by|funding|grant|grants)(?: \[optional\])?$/, ({ text }) => ({
        value: text.slice(0, 300),
      })),
      sentences(
        /\b(?:funded\s+by|funding\s+(?:from|by|was)|(?:research|computational)?\s*grants?\b|supported\s+(?:by|with)\s|kindly\s+provid|provided\s+support|support(?:ed)?\s+(?:from|of)\s+(?:the\s+)?(?:TPU|TFRC|TensorFlow\s+Research))/i,
        (_match, sentence) =>
          /support(?:ed)?\s+by\s+(?:the\s+)?(?:library|transformers|model)/i.test(sentence.text)
            ? null
            : words(sentence),
        /acknowledg|fund|support|thank|about/,
      ),
    ],
  },
];

function hubLink(value: string): { link?: string } {
  return /^[\w.-]+\/[\w.-]+$/.test(value) ? { link: `https://huggingface.co/${value}` } : {};
}

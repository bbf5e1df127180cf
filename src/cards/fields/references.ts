/** Where a model is described and tried: papers, repository, demo; and who paid for it. */
import type { FieldValue } from '../card';
import type { Section } from '../read/block';
import { arxivId, githubRepository, hubPage, type Link, webAddress } from '../read/link';
import type { Sentence } from '../read/sentences';
import { scalars, valueAt } from '../read/yamlTree';
import {
  type Field,
  found,
  front,
  isUnder,
  labels,
  links,
  type Look,
  type ReadCard,
  type Reading,
  sentences,
} from './field';
import { derivedFrom, modelName } from './derivation';
import { namesIn } from './names';

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

/** Words of which a link to a paper is made when it is no title. */
const paperWords =
  /paper|article|publication|\bwork\b|report|preprint|manuscript|thesis|study|research|arxiv|pdf|here|link|this|https?:/i;

/** A link on a phrase in the middle of a sentence explains the phrase, one on the base model's name is that model's paper. */
function isForeign({ value }: FieldValue, base: string): boolean {
  const text = String(value);
  // Titles begin with a capital, or with a name and a colon: `wav2vec 2.0: A Framework …`.
  const isPhrase = /^\p{Ll}[^\d\s]*(?:\s|$)/u.test(text) && !text.includes(':') && !paperWords.test(text);
  return isPhrase || (base !== '' && text.toLowerCase() === base);
}

/** Where a paper is linked by its title, links on the names of methods and data go to other people's papers. */
const ownPapers: Look = (card) => {
  const linked = paperLinks(card);
  // Where a model's name is linked, it may be the one that this was made from.
  const namesModel = linked.some(({ value }) => modelName.test(String(value)));
  const base = namesModel ? String(derivedFrom(card)[0]?.value ?? '').toLowerCase() : '';
  const all = linked.filter((one) => !isForeign(one, base));
  const isName = ({ value }: FieldValue) =>
    !/^https?:/.test(String(value)) && String(value).split(' ').length < 4;
  const isOwn = (one: FieldValue) => !isName(one) || /\bpaper\b/i.test(String(one.value));
  return all.some(isOwn) ? all.filter(isOwn) : all;
};

/** A BibTeX entry: its title and where it is found. */
const bibtex: Look = ({ code, sentences: all, front: root }) => {
  const texts = [...code, ...all].filter(({ text }) => /@\w+\s*\{/.test(text));
  if (texts.length === 0) return [];
  const data = scalars(valueAt(root, 'datasets')).map(({ text }) => squeezed(text));
  return texts
    .filter(({ section }) => !isOfData(section, data))
    .flatMap((block) => {
      const entry = block.text.slice(0, 6_000);
      const title = /\btitle\s*=\s*["{]+([\s\S]{3,300}?)["}]+\s*,?\s*(?:\n|$)/i
        .exec(entry)?.[1]
        ?.replace(/[{}]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (!title || (/@(?:misc|software|online)/i.test(entry) && !/arxiv|eprint/i.test(entry))) return [];
      const eprint = /\beprint\s*=\s*["{]+(?:arxiv:)?(\d{4}\.\d{4,5})/i.exec(entry)?.[1] ?? arxivId(entry);
      const url = webAddress(/\burl\s*=\s*["{]+(?:\\url\{)?([^"{}\s]{8,300})/i.exec(entry)?.[1] ?? '');
      const link = eprint ? `https://arxiv.org/abs/${eprint}` : url;
      return [
        found({ value: title, ...(link ? { link } : {}) }, { ...block, text: `title = ${title}` }, 'text'),
      ];
    });
};

/** `CodeSearchNet citation`: how to cite data that the model learned from. */
function isOfData({ title }: Section, data: readonly string[]): boolean {
  const about = squeezed(title.replace(/citations?|cit(?:e|ing)|bibtex|data ?sets?/gi, ''));
  return about !== '' && data.some((name) => name.endsWith(about));
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What is said of a repository that is the model's own. */
const repositoryWord =
  /\b(?:repo(?:sitor(?:y|ies))?|github|home-?page|code|codebase|source|official|original(?:ly)?|implement(?:ation|ed)|released|library|toolkit|project|details|script|readme|see|check out|visit)\b/i;

/** What is said of a repository that is something else's. */
const foreignWord =
  /\b(?:data\s?sets?|corp(?:us|ora)|benchmark|tokenizer from|based on|version of|license of|thanks to|inspired by|demo|tutorial)\b/i;

/** Libraries that any model may be used with, and pages of a repository that speak of something else. */
const commonRepository =
  /github\.com\/(?:(?:huggingface\/(?:transformers|pytorch-image-models|datasets|tokenizers|exbert|diffusers|peft|accelerate|evaluate|blog|notebooks)|pytorch\/(?:pytorch|audio|vision)|tensorflow\/tensorflow|google\/sentencepiece)(?:\.git)?(?:$|[/?#])|[^/]+\/[^/]+\/(?:issues|pull|discussions)\b)/i;

const repository = (link: Link): Reading | null => {
  const name = commonRepository.test(link.url) ? null : githubRepository(link.url);
  return name ? { value: `https://github.com/${name}`, link: link.url } : null;
};

const repositoryLinks: Look = links((link, sentence) => {
  if (
    isUnder(
      sentence.section,
      /^(?:references|related|acknowledg|(?:training )?data(?:sets?)?(?=$|[ :])|benchmark)/,
    )
  )
    return null;
  if (/\.(?:zip|gz|png|jpe?g|gif|svg|pdf)(?:$|[?#])/i.test(link.url)) return null;
  const around = sentence.text.slice(Math.max(0, link.start - 90), link.end + 40);
  return repositoryWord.test(around) && !foreignWord.test(around) ? repository(link) : null;
});

/** Of several repositories the one of the model's own author comes first. */
const ownRepository: Look = (card) => {
  const all = repositoryLinks(card);
  const owner = squeezed(/^([^/]+)\//.exec(card.subject.id ?? '')?.[1] ?? '');
  const own = all.filter(
    ({ value }) => owner !== '' && squeezed(String(value).split('/')[3] ?? '') === owner,
  );
  return [...own, ...all];
};

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

export const referenceFields: readonly Field[] = [
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
      ownRepository,
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
        ['fund', 'grant', 'support', 'provid', 'resources', 'credits'],
        /\b(?:funded\s+by|funding\s+(?:from|by|was)|(?:research|computational)?\s*grants?\b|supported\s+(?:by|with)\s|kindly\s+provid|provided\s+support|credits\s+(?:\w+\s+){0,2}(?:given|provided|donated)\s+by|provid\w+\s+us\s+(?:with\s+)?(?:\w+\s+){0,3}(?:comput|resources|cloud|tpu|gpu)|support(?:ed)?\s+(?:from|of)\s+(?:the\s+)?(?:TPU|TFRC|TensorFlow\s+Research))/i,
        (_match, sentence) =>
          /support(?:ed)?\s+by\s+(?:the\s+)?(?:library|transformers|model)/i.test(sentence.text)
            ? null
            : words(sentence),
        /acknowledg|fund|support|thank|about/,
      ),
    ],
  },
];

/** What kind of model it is: task, domain, frameworks, libraries, language, licence. */
import type { FieldValue } from '../card';
import type { Span } from '../read/block';
import { scalars, valueAt } from '../read/yamlTree';
import {
  type Field,
  front,
  found,
  frontSpot,
  given,
  isUnder,
  labels,
  type Look,
  type Reading,
  sentences,
} from './field';
import { domainOfTask, taskOf } from './tasks';

/** Names of frameworks as tags write them, and what they import as. */
const frameworks: Readonly<Record<string, string>> = {
  pytorch: 'pytorch',
  torch: 'pytorch',
  tf: 'tensorflow',
  tensorflow: 'tensorflow',
  'tf-keras': 'keras',
  keras: 'keras',
  jax: 'jax',
  flax: 'jax',
  rust: 'rust',
  onnx: 'onnx',
  safetensors: 'safetensors',
  coreml: 'coreml',
  openvino: 'openvino',
  tflite: 'tflite',
  mlx: 'mlx',
  gguf: 'gguf',
  paddlepaddle: 'paddlepaddle',
  tensorboard: 'tensorboard',
  tensorrt: 'tensorrt',
};

const libraries: readonly string[] = [
  'adapter-transformers', 'allennlp', 'asteroid', 'bertopic', 'diffusers', 'espnet', 'fairseq', 'fastai', 'flair', 'gliner',
  'ml-agents', 'nemo', 'open_clip', 'paddlenlp', 'peft', 'pyannote-audio', 'scikit-learn', 'sentence-transformers', 'setfit',
  'sklearn', 'span-marker', 'spacy', 'speechbrain', 'stable-baselines3', 'stanza', 'tensorflowtts', 'timm', 'transformers',
  'transformers.js', 'ultralytics', 'unity-ml-agents', 'vllm',
]; // prettier-ignore

/** Modules that code examples import -> the library or framework that it shows. */
const modules: Readonly<Record<string, string>> = {
  transformers: 'transformers',
  sentence_transformers: 'sentence-transformers',
  diffusers: 'diffusers',
  timm: 'timm',
  flair: 'flair',
  speechbrain: 'speechbrain',
  spacy: 'spacy',
  'pyannote.audio': 'pyannote-audio',
  fairseq: 'fairseq',
  espnet2: 'espnet',
  fastai: 'fastai',
  peft: 'peft',
  open_clip: 'open_clip',
  ultralytics: 'ultralytics',
  torch: 'pytorch',
  tensorflow: 'tensorflow',
  jax: 'jax',
};

const framework = (tag: string): Reading | null => {
  const name = frameworks[tag.toLowerCase()];
  return name ? { value: name } : null;
};
const library = (tag: string): Reading | null => {
  const name = tag.toLowerCase().replace(/_/g, '-');
  const known = libraries.find((one) => one.replace(/_/g, '-') === name);
  return known ? { value: known } : null;
};

/** What code examples import, of those that `pick` knows. */
function imports(pick: (name: string) => Reading | null): Look {
  return ({ code }) =>
    code.flatMap((block) =>
      [...block.text.slice(0, 20_000).matchAll(/^\s{0,8}(?:from|import)\s+([\w.]{2,40})/gm)].flatMap(
        (match) => {
          const path = match[1] ?? '';
          const name = modules[path] ?? modules[path.split('.')[0] ?? ''];
          const reading = name ? pick(name) : null;
          return reading ? [found(reading, { ...block, text: match[0] }, 'text')] : [];
        },
      ),
    );
}

/** Tasks named in `pipeline("…")` calls of the examples. */
const pipelineTasks: Look = ({ code }) =>
  code.flatMap((block) =>
    [
      ...block.text.slice(0, 20_000).matchAll(/\bpipeline\(\s*(?:task\s*=\s*)?["']([\w-]{3,40})["']/g),
    ].flatMap((match) => {
      const task = taskOf(match[1] ?? '');
      return task ? [found({ value: task }, { ...block, text: match[0] }, 'text')] : [];
    }),
  );

/** Tasks of the results in `model-index`. */
const indexTasks: Look = ({ front: root }) =>
  (valueAt(root, 'model-index', 'model_index')?.items ?? []).flatMap((model) =>
    (valueAt(model, 'results')?.items ?? []).flatMap((result) => {
      const node = valueAt(result, 'task');
      const text = node ? (scalars(valueAt(node, 'type', 'name') ?? node)[0]?.text ?? '') : '';
      const task = taskOf(text);
      return node && task ? [found({ value: task }, frontSpot(node, text), 'front-matter')] : [];
    }),
  );

const task = (text: string): Reading | null => {
  const name = taskOf(text);
  return name ? { value: name } : null;
};

/** Tasks: the hub's own, else what tags, results and examples say. */
const modelTask: Field = {
  name: 'modelTask',
  take: 'first',
  most: 3,
  looks: [
    front(['pipeline_tag'], task),
    given((subject) => (subject.task ? [{ value: taskOf(subject.task) ?? subject.task }] : [])),
    front(['tags', 'tag', 'task', 'task_categories'], task),
    indexTasks,
    pipelineTasks,
  ],
};

const taskLooks = modelTask.looks;

/** The domain follows from the task. */
const domain: Field = {
  name: 'domain',
  take: 'first',
  most: 1,
  looks: taskLooks.map(
    (look): Look =>
      (card) =>
        look(card).flatMap((value): FieldValue[] => {
          const name = domainOfTask(String(value.value));
          return name ? [{ ...value, value: name }] : [];
        }),
  ),
};

/** A licence in words: at most a name, not a paragraph. */
function licenseReading({ text, links: all }: Span): Reading | null {
  const link = all[0]?.url;
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 120) return link ? { value: link, link } : null;
  const name = words.replace(/[.;,\s]+$/, '').replace(/^(?:the|an?)\s+/i, '');
  return { value: name, ...(link ? { link } : {}) };
}

/** `… under the Apache 2.0 license`. */
const licensed =
  /\b(?:licen[sc]ed|released|distributed|available|published|provided|shared|open-sourced)\s+(?:\w+\s+){0,3}?under\s+(?:the\s+terms\s+of\s+)?(?:the|an?)?\s*([\w .,()+/-]{2,60}?\s+licen[sc]e(?:\s+(?:version\s+)?v?[\d.]+\d)?)/i;

export const kindFields: readonly Field[] = [
  domain,
  modelTask,
  {
    name: 'frameworks',
    take: 'all',
    most: 12,
    looks: [
      front(['tags', 'library_name', 'framework', 'frameworks'], framework),
      given(({ tags = [], libraries: given = [] }) =>
        [...given, ...tags].flatMap((tag) => framework(tag) ?? []),
      ),
      labels(/^(?:deep learning )?frameworks?$/, ({ text }) =>
        text.split(/[,/]|\band\b/).flatMap((part) => framework(part.trim()) ?? []),
      ),
      (card) => (hasTags(card.subject.tags) ? [] : imports(framework)(card)),
    ],
  },
  {
    name: 'libraries',
    take: 'all',
    most: 8,
    looks: [
      front(['library_name', 'tags', 'libraries'], library),
      given(({ tags = [], libraries: given = [] }) =>
        [...given, ...tags].flatMap((tag) => library(tag) ?? []),
      ),
      (card) => (hasTags(card.subject.tags) ? [] : imports(library)(card)),
    ],
  },
  {
    name: 'language',
    take: 'first',
    most: 200,
    looks: [
      front(['language', 'languages'], (text) =>
        text
          .split(/\s*,\s*/)
          .filter(Boolean)
          .map((value) => ({ value })),
      ),
      labels(
        /^(?:model |source |target )?(?:language|languages|language\(s\)(?: \(nlp\))?|supported languages)$/,
        ({ text }) =>
          text.length <= 200
            ? text
                .split(/\s*[,;]\s*|\s+and\s+/)
                .filter(Boolean)
                .map((value) => ({ value }))
            : [],
      ),
    ],
  },
  {
    name: 'license',
    take: 'first',
    most: 3,
    looks: [
      front(['license', 'licence', 'licenses', 'license_name'], (value) => ({ value })),
      labels(/^(?:(?:model|code|weights) )?licen[sc]es?$/, licenseReading),
      (card) =>
        card.sentences
          .filter(({ section }) => /^licen[sc](?:e|es|ing)\b/.test(section.path.at(-1) ?? ''))
          .flatMap((sentence) =>
            sectionLicense(sentence).map((reading) => found(reading, sentence, 'section')),
          )
          .slice(0, 1),
      sentences(['under'], licensed, (match, sentence) => {
        if (isUnder(sentence.section, /data|citation|related/)) return null;
        const value = (match[1] ?? '').replace(/\s+/g, ' ').trim();
        const link = sentence.links.find(
          ({ start }) => start >= match.index && start <= match.index + match[0].length,
        );
        return { value, ...(link ? { link: link.url } : {}) };
      }),
    ],
  },
];

/** The name of a licence in a section about it; terms in the author's own words name none. */
function sectionLicense({ text, links: all }: Span): Reading[] {
  const name = licenseWords.exec(text)?.[0];
  if (!name) return [];
  const link = all.find(
    (one) =>
      one.text.includes(name) ||
      name.includes(one.text) ||
      /licen[sc]e|creativecommons|opensource/i.test(one.url),
  );
  return [{ value: name.replace(/\s+/g, ' '), ...(link ? { link: link.url } : {}) }];
}

/** Licences that people name in a sentence. */
const licenseWords =
  /\b(?:MIT(?= |\b)|Apache(?: License)?,?(?: Version)?[- ]?v?2(?:\.0)?|Apache License|(?:A|L)?GPL(?:[- ]?v?\d(?:\.\d)?)?|BSD(?:[- ]\d(?:[- ]clause)?)?|CC[- ]BY(?:[- ](?:NC|SA|ND)){0,2}(?:[- ]\d\.\d)?|CC0(?:[- ]1\.0)?|Creative Commons[\w -]{0,60}|MPL[- ]?2\.0|OpenRAIL(?:\+\+)?(?:-\w)?|Unlicense)\b/i;

function hasTags(tags: readonly string[] | undefined): boolean {
  return (tags?.length ?? 0) > 0;
}

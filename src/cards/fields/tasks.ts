/** Tasks of the hub, the domain each belongs to, and the names people give them. */

export type Domain = 'nlp' | 'cv' | 'audio' | 'multimodal' | 'tabular' | 'reinforcement-learning';

/** Task -> domain, as the hub grouped them in 2023. */
const domains: Readonly<Record<Domain, readonly string[]>> = {
  nlp: [
    'conversational',
    'fill-mask',
    'question-answering',
    'sentence-similarity',
    'summarization',
    'table-question-answering',
    'text-classification',
    'text-generation',
    'text-ranking',
    'text2text-generation',
    'token-classification',
    'translation',
    'zero-shot-classification',
  ],
  cv: [
    'depth-estimation',
    'image-classification',
    'image-feature-extraction',
    'image-segmentation',
    'image-to-3d',
    'image-to-image',
    'keypoint-detection',
    'mask-generation',
    'object-detection',
    'text-to-3d',
    'unconditional-image-generation',
    'video-classification',
    'zero-shot-image-classification',
    'zero-shot-object-detection',
  ],
  audio: [
    'audio-classification',
    'audio-to-audio',
    'automatic-speech-recognition',
    'text-to-audio',
    'text-to-speech',
    'voice-activity-detection',
  ],
  multimodal: [
    'any-to-any',
    'audio-text-to-text',
    'document-question-answering',
    'feature-extraction',
    'graph-machine-learning',
    'image-text-to-text',
    'image-to-text',
    'image-to-video',
    'text-to-image',
    'text-to-video',
    'video-text-to-text',
    'visual-question-answering',
  ],
  tabular: ['tabular-classification', 'tabular-regression', 'time-series-forecasting'],
  'reinforcement-learning': ['reinforcement-learning', 'robotics'],
};

const domainOf = new Map(
  Object.entries(domains).flatMap(([domain, tasks]) =>
    tasks.map((task) => [task, domain as Domain] as const),
  ),
);

/** Other names of tasks: `pipeline()` and authors use them. */
const otherNames: Readonly<Record<string, string>> = {
  asr: 'automatic-speech-recognition',
  'speech-recognition': 'automatic-speech-recognition',
  ner: 'token-classification',
  'named-entity-recognition': 'token-classification',
  'part-of-speech': 'token-classification',
  'sentiment-analysis': 'text-classification',
  'masked-lm': 'fill-mask',
  'language-modeling': 'text-generation',
  'text-summarization': 'summarization',
  'machine-translation': 'translation',
  'image-captioning': 'image-to-text',
  'semantic-segmentation': 'image-segmentation',
  tts: 'text-to-speech',
};

/** The hub's name of a task, or null for a word that names none. */
export function taskOf(text: string): string | null {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (domainOf.has(name)) return name;
  if (/^translation-?_?[a-z]{2,3}-to-[a-z]{2,3}$/.test(name)) return 'translation';
  return otherNames[name] ?? null;
}

/** The domain of a task. */
export function domainOfTask(task: string): Domain | null {
  return domainOf.get(task) ?? null;
}

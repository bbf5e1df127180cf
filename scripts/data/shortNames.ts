/** Short names that libraries have for models of the hub. Source of each table: the library's own. */
import type { AliasRow } from '../../src/db/etl/load';

type Names = Readonly<Record<string, string>>;

/** `a b c` -> each with what `id` makes of it. */
function named(names: string, id: (name: string) => string): Names {
  return Object.fromEntries(names.split(' ').map((name) => [name, id(name)]));
}

const whisperSizes = 'tiny tiny.en base base.en small small.en medium medium.en large-v1 large-v2 large-v3';

/** SYSTRAN/faster-whisper `utils.py`: the sizes that `WhisperModel` takes. */
const fasterWhisper: Names = {
  ...named(whisperSizes, (size) => `Systran/faster-whisper-${size}`),
  ...named('distil-small.en distil-medium.en distil-large-v2', (size) => {
    return `Systran/faster-distil-whisper-${size.slice('distil-'.length)}`;
  }),
  'distil-large-v3': 'Systran/faster-distil-whisper-large-v3',
  'distil-large-v3.5': 'distil-whisper/distil-large-v3.5-ct2',
  large: 'Systran/faster-whisper-large-v3',
  'large-v3-turbo': 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
  turbo: 'mobiuslabsgmbh/faster-whisper-large-v3-turbo',
};

/** Library -> its name -> the hub's id. */
const shortNames: Readonly<Record<string, Names>> = {
  // openai/whisper `available_models()`; the weights are those of the hub's models.
  whisper: {
    ...named(whisperSizes, (size) => `openai/whisper-${size === 'large-v1' ? 'large' : size}`),
    large: 'openai/whisper-large-v3',
    turbo: 'openai/whisper-large-v3-turbo',
    'large-v3-turbo': 'openai/whisper-large-v3-turbo',
  },
  faster_whisper: fasterWhisper,
  whisperx: fasterWhisper,
  // flairNLP/flair: names that `SequenceTagger.load` and `TextClassifier.load` map to the hub.
  flair: {
    ...named('ner ner-fast ner-large ner-ontonotes ner-ontonotes-fast ner-ontonotes-large', (name) => {
      return `flair/${name.replace('ner', 'ner-english')}`;
    }),
    ...named('pos pos-fast upos upos-fast chunk chunk-fast frame frame-fast', (name) => {
      return `flair/${name.replace(/^[a-z]+/, '$&-english')}`;
    }),
    ...named('ner-multi ner-multi-fast upos-multi upos-multi-fast', (name) => `flair/${name}`),
    'pos-multi': 'flair/upos-multi',
    'pos-multi-fast': 'flair/upos-multi-fast',
    'de-ner': 'flair/ner-german',
    'de-ner-large': 'flair/ner-german-large',
    'fr-ner': 'flair/ner-french',
    'nl-ner': 'flair/ner-dutch',
    'nl-ner-large': 'flair/ner-dutch-large',
    'es-ner': 'flair/ner-spanish-large',
    'es-ner-large': 'flair/ner-spanish-large',
    'da-ner': 'flair/ner-danish',
  },
  // explosion/spacy-models `shortcuts-v2.json`: `spacy.load("en")` of spaCy 2.
  spacy: {
    en: 'spacy/en_core_web_sm',
    xx: 'spacy/xx_ent_wiki_sm',
    ...named('de es pt fr it nl el nb lt', (language) => `spacy/${language}_core_news_sm`),
  },
  // TransformerLensOrg/TransformerLens `loading_from_pretrained.py`, the names that are most used.
  transformer_lens: {
    'gpt2-small': 'openai-community/gpt2',
    distillgpt2: 'distilbert/distilgpt2',
    ...named(
      'pythia-70m pythia-160m pythia-410m pythia-1b pythia-1.4b pythia-2.8b pythia-6.9b pythia-12b',
      (name) => {
        return `EleutherAI/${name}`;
      },
    ),
    ...named('gpt-neo-125M gpt-neo-1.3B gpt-neo-2.7B gpt-j-6B gpt-neox-20b', (name) => `EleutherAI/${name}`),
    ...named('opt-125m opt-1.3b opt-2.7b opt-6.7b opt-13b opt-30b opt-66b', (name) => `facebook/${name}`),
    ...named('gemma-2b gemma-7b gemma-2-2b gemma-2-9b gemma-2-27b', (name) => `google/${name}`),
  },
};

/** The tables as aliases. */
export function shortNameAliases(): AliasRow[] {
  return Object.entries(shortNames).flatMap(([library, names]) =>
    Object.entries(names).map(([alias, id]): AliasRow => {
      return { alias, hub: 'huggingface', id, kind: 'prefix', library };
    }),
  );
}

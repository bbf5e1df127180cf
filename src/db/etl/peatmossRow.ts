import type { Hub } from '../../shared/hub';
import { licenseTag, tagLists } from './hubRecord';
import type { FactSources, Statement } from './statement';

/** One model of a PeaTMOSS.db with what its link tables name. */
export interface PeatmossRow {
  readonly contextId: unknown;
  readonly hub: string | null;
  readonly downloads: unknown;
  readonly likes: unknown;
  readonly tags: readonly string[];
  readonly frameworks: readonly string[];
  readonly libraries: readonly string[];
  readonly licenses: readonly string[];
  readonly languages: readonly string[];
  readonly architectures: readonly string[];
  readonly datasets: readonly string[];
  readonly papers: readonly string[];
  /** How many repositories use it; null where the database links none. */
  readonly reuse: number | null;
}

/** Tags that name a task, as the hub's `pipeline_tag` does: PeaTMOSS has no column for it. */
const tasks = new Set(
  `text-classification token-classification table-question-answering question-answering zero-shot-classification translation summarization
   feature-extraction text-generation text2text-generation fill-mask sentence-similarity text-to-speech text-to-audio automatic-speech-recognition
   audio-to-audio audio-classification voice-activity-detection depth-estimation image-classification object-detection image-segmentation text-to-image
   image-to-text image-to-image image-to-video unconditional-image-generation video-classification reinforcement-learning robotics tabular-classification
   tabular-regression text-to-video visual-question-answering document-question-answering zero-shot-image-classification graph-ml mask-generation
   zero-shot-object-detection text-to-3d image-to-3d image-feature-extraction conversational time-series-forecasting`.split(
    /\s+/,
  ),
);

/** What PeaTMOSS says of a model; null for a row without an id. */
export function peatmossStatement(row: PeatmossRow, sources: FactSources): Statement | null {
  const { contextId: id, tags } = row;
  if (typeof id !== 'string') return null;
  const hub = hubOf(row.hub);
  const license = row.licenses.find(Boolean)?.toLowerCase() ?? licenseTag(tags);
  const named = tagLists(tags);
  // Conversational text generation carries both tags: the hub's own field was the narrower one then.
  const task = tags.find((tag) => tasks.has(tag)) ?? null;
  return {
    id,
    hub,
    peatmoss: id,
    sources,
    facts: {
      license: license ? { id: license.replace(/^license:/, ''), name: null, link: null } : null,
      popularity: { downloads: numberOf(row.downloads), likes: numberOf(row.likes) },
      description: {
        task,
        library: row.libraries[0] ?? null,
        frameworks: either(row.frameworks, named.frameworks),
        languages: either(row.languages, named.languages),
        baseModels: named.baseModels,
        datasets: either(row.datasets, named.datasets).map((name) => name.replace(/^dataset:/, '')),
        papers: either(row.papers, named.papers).map((name) => name.replace(/^arxiv:/, '')),
        gated: null,
        created: null,
      },
      ...(row.architectures.length > 0 ? { architectures: row.architectures } : {}),
      ...(row.reuse === null ? {} : { reuse: row.reuse }),
    },
  };
}

const either = (first: readonly string[], second: readonly string[]) => (first.length > 0 ? first : second);
const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

function hubOf(name: string | null): Hub {
  if (name === null || /hugging/i.test(name)) return 'huggingface';
  return /torch/i.test(name) ? 'pytorch' : 'other';
}

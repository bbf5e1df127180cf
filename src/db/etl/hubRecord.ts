/** A record of the hub's API (a listing's line, a model's own page) -> facts. */
import type { DeclaredLicense } from '../record';
import type { Facts, FactSources, Statement } from './statement';

/** The fields of the API that are read. */
export interface HubRecord {
  readonly id?: string;
  readonly modelId?: string;
  readonly downloads?: number;
  readonly likes?: number;
  readonly tags?: readonly string[];
  readonly pipeline_tag?: string;
  readonly library_name?: string;
  readonly createdAt?: string;
  readonly gated?: boolean | string;
  readonly safetensors?: { readonly total?: number };
  readonly config?: { readonly architectures?: readonly string[] };
  readonly cardData?: { readonly license_name?: string; readonly license_link?: string };
}

/** Tags that name a framework or a weight format. */
const frameworkTags = new Set(
  'pytorch tf jax flax safetensors onnx gguf tflite coreml openvino rust paddlepaddle keras mlx'.split(' '),
);

/** ISO 639-1 codes, and the hub's own `multilingual`: a two-letter tag outside this list is no language. */
const languageTags = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd
   gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh
   mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su
   sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu multilingual`.split(
    /\s+/,
  ),
);

/** What a record of the hub says: its fields are taken for what they are, whatever stands there. Null where it names no model. */
export function hubStatement(value: unknown, sources: FactSources): Statement | null {
  if (typeof value !== 'object' || value === null) return null;
  const record = value as HubRecord;
  const id = record.id ?? record.modelId;
  return typeof id === 'string' ? { id, hub: 'huggingface', facts: hubFacts(record), sources } : null;
}

/** The facts of one hub record. */
export function hubFacts(record: HubRecord): Facts {
  const tags = texts(record.tags);
  const architectures = texts(record.config?.architectures);
  return {
    license: licenseOf(record, tags),
    popularity: { downloads: count(record.downloads), likes: count(record.likes) },
    description: {
      task: text(record.pipeline_tag),
      library: text(record.library_name),
      ...tagLists(tags),
      gated: record.gated === undefined ? null : record.gated !== false,
      created: createdDay(record.createdAt),
    },
    ...(architectures.length > 0 ? { architectures } : {}),
    ...parametersOf(record),
  };
}

/** The lists that the hub puts among the tags, in one pass. */
export function tagLists(tags: readonly string[]) {
  const lists = {
    frameworks: [] as string[],
    languages: [] as string[],
    baseModels: [] as string[],
    datasets: [] as string[],
    papers: [] as string[],
  };
  for (const tag of tags) {
    if (frameworkTags.has(tag)) lists.frameworks.push(tag);
    else if (languageTags.has(tag)) lists.languages.push(tag);
    else if (tag.startsWith('dataset:')) add(lists.datasets, tag.slice('dataset:'.length));
    else if (tag.startsWith('arxiv:')) add(lists.papers, tag.slice('arxiv:'.length));
    else if (tag.startsWith('base_model:')) add(lists.baseModels, tag.replace(baseModelTag, ''));
  }
  return lists;
}

const baseModelTag = /^base_model:(?:(?:adapter|finetune|quantized|merge):)?/;

/** One more than a catalogue keeps: such a list is left out, and is not searched again for each of its values. */
const longestList = 501;

function add(list: string[], value: string): void {
  if (list.length < longestList && !list.includes(value)) list.push(value);
}

/** The hub began to keep the date in March 2022: the first day means "before". */
function createdDay(created: unknown): string | null {
  return typeof created === 'string' && !created.startsWith('2022-03-02') ? created.slice(0, 10) : null;
}

function parametersOf({ safetensors }: HubRecord): { parameters?: number } {
  const total = count(safetensors?.total);
  return total === null || total === 0 ? {} : { parameters: total };
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const count = (value: unknown) => (typeof value === 'number' ? value : null);
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function licenseOf({ cardData }: HubRecord, tags: readonly string[]): DeclaredLicense | null {
  const id = licenseTag(tags);
  return id ? { id, name: text(cardData?.license_name), link: text(cardData?.license_link) } : null;
}

/** The licence among the tags, lower case. */
export function licenseTag(tags: readonly string[]): string | null {
  const tag = tags.find((other) => other.startsWith('license:'));
  return tag ? tag.slice('license:'.length).toLowerCase() : null;
}

/** The same texts without repetition, in their order. */
export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

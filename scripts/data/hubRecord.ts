/** A record of the hub's API (a listing's line, a model's own page) -> facts. */
import type { DeclaredLicense } from '../../src/db/record';
import type { Facts } from './facts';

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

const prefixed = (tags: readonly string[], prefix: string) =>
  tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));

/** The facts of one hub record. */
export function hubFacts(record: HubRecord): Facts {
  const tags = record.tags ?? [];
  const architectures = record.config?.architectures ?? [];
  return {
    license: licenseOf(record, tags),
    popularity: { downloads: record.downloads ?? null, likes: record.likes ?? null },
    description: {
      task: record.pipeline_tag ?? null,
      library: record.library_name ?? null,
      frameworks: tags.filter((tag) => frameworkTags.has(tag)),
      languages: tags.filter((tag) => languageTags.has(tag)),
      baseModels: unique(
        prefixed(tags, 'base_model:').map((base) => base.replace(/^(adapter|finetune|quantized|merge):/, '')),
      ),
      datasets: unique(prefixed(tags, 'dataset:')),
      papers: unique(prefixed(tags, 'arxiv:')),
      gated: record.gated === undefined ? null : record.gated !== false,
      // The hub began to keep the date in March 2022: that day means "before".
      created:
        record.createdAt && !record.createdAt.startsWith('2022-03-02') ? record.createdAt.slice(0, 10) : null,
    },
    ...(architectures.length > 0 ? { architectures } : {}),
  };
}

function licenseOf({ cardData }: HubRecord, tags: readonly string[]): DeclaredLicense | null {
  const [id] = prefixed(tags, 'license:');
  if (!id) return null;
  return { id: id.toLowerCase(), name: cardData?.license_name ?? null, link: cardData?.license_link ?? null };
}

/** The same texts without repetition, in their order. */
export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

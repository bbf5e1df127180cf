import { hubFacts } from '../etl/hubRecord';
import type { Facts } from '../etl/statement';
import type { CardFields, FactGroup, ModelRecord } from '../record';
import type { HubJson } from './client';

/** The name under which facts of the hub are kept. */
export const hubSource = 'Hugging Face hub';

/**
 * A record from the hub's own words.
 * @param date when the hub was asked, as an ISO date
 * @param card what the model's card says; an empty one says nothing
 */
export function hubModelRecord(json: HubJson, date: string, card: CardFields = {}): ModelRecord | null {
  const id = json['id'] ?? json['modelId'];
  if (typeof id !== 'string') return null;
  const facts: Facts = hubFacts(withDeclaredLicense(json));
  const { license = null, popularity, description, architectures = [], parameters = null } = facts;
  const said: Readonly<Record<FactGroup, boolean>> = {
    // Without tags the hub has said nothing of licences.
    license: license !== null || Array.isArray(json['tags']),
    popularity: popularity !== undefined,
    description: description !== undefined,
    architectures: architectures.length > 0,
    parameters: parameters !== null,
    reuse: false,
    card: Object.keys(card).length > 0,
  };
  const groups = (Object.keys(said) as FactGroup[]).filter((group) => said[group]);
  return {
    id,
    hub: 'huggingface',
    peatmoss: null,
    license,
    ...(popularity ?? { downloads: null, likes: null }),
    ...(description ?? nothingDescribed),
    architectures,
    parameters,
    reuse: null,
    card,
    sources: Object.fromEntries(groups.map((group) => [group, { name: hubSource, date }])),
  };
}

const nothingDescribed: NonNullable<Facts['description']> = {
  task: null,
  library: null,
  frameworks: [],
  languages: [],
  baseModels: [],
  datasets: [],
  papers: [],
  gated: null,
  created: null,
};

/** The hub makes a tag of the card's licence; where the tag is missing, the card itself counts. */
function withDeclaredLicense(json: HubJson): HubJson {
  const { tags, cardData } = json as { readonly tags?: unknown; readonly cardData?: unknown };
  const known: unknown[] = Array.isArray(tags) ? tags : [];
  if (known.some((tag) => typeof tag === 'string' && tag.startsWith('license:'))) return json;
  const license = isObject(cardData) ? cardData['license'] : undefined;
  const declared: unknown = Array.isArray(license) ? license[0] : license;
  return typeof declared === 'string' && declared
    ? { ...json, tags: [...known, `license:${declared}`] }
    : json;
}

function isObject(value: unknown): value is HubJson {
  return typeof value === 'object' && value !== null;
}

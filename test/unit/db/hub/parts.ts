import { HubClient } from '../../../../src/db/hub/client';
import type { HubErrorKind, HubResult } from '../../../../src/db/hub/error';
import type { HubParts } from '../../../../src/db/hub/requests';
import { nodeFetch } from '../../../../src/platform/node/fetch';

/** A client of a loopback hub whose pauses are written down instead of waited for. */
export function clientOf(endpoint: string, parts: Partial<HubParts> = {}) {
  const pauses: number[] = [];
  const log: string[] = [];
  const memory = new Map<string, string>();
  const client = new HubClient({
    endpoint,
    fetch: nodeFetch(),
    token: () => Promise.resolve(null),
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    now: () => Date.parse('2026-11-21T12:00:00Z'),
    random: () => 0,
    cache: {
      get: (key) => Promise.resolve(memory.get(key)),
      set: (key, value) => {
        memory.set(key, value);
        return Promise.resolve();
      },
    },
    logger: { info: (text) => log.push(text) },
    userAgent: 'ptm-lens/test',
    ...parts,
  });
  return { client, pauses, log, memory };
}

export function kindOf(result: HubResult<unknown>): HubErrorKind | 'ok' {
  return result.ok ? 'ok' : result.error.kind;
}

/** What the live API says of a model, cut down: the shape of `/api/models/{id}`. */
export const bert = {
  _id: '621ffdc036468d709f174328',
  id: 'google-bert/bert-base-uncased',
  modelId: 'google-bert/bert-base-uncased',
  author: 'google-bert',
  sha: '86b5e0934494bd15c9632b12f734a8a67f723594',
  lastModified: '2024-02-19T11:06:12.000Z',
  private: false,
  disabled: false,
  gated: false,
  pipeline_tag: 'fill-mask',
  library_name: 'transformers',
  createdAt: '2022-03-02T23:29:04.000Z',
  downloads: 65_000_000,
  likes: 2000,
  tags: [
    ...['transformers', 'pytorch', 'tf', 'jax', 'safetensors', 'bert', 'fill-mask', 'exbert', 'en'],
    ...['dataset:bookcorpus', 'dataset:wikipedia', 'arxiv:1810.04805', 'license:apache-2.0', 'region:us'],
  ],
  config: { architectures: ['BertForMaskedLM'], model_type: 'bert' },
  cardData: { language: 'en', license: 'apache-2.0', datasets: ['bookcorpus', 'wikipedia'] },
  safetensors: { parameters: { F32: 110_106_428 }, total: 110_106_428 },
};

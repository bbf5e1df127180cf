import { type CancelSignal, neverCancelled } from '../../shared/fetch';
import { message } from '../../shared/message';
import { cardPath, idPath, isHubId, nextCursor } from './address';
import { hubFailure, type HubResult } from './error';
import { type HubAnswer, type HubParts, type HubQuestion, HubRequests } from './requests';

/** A record of the hub's API as it came: an object with an id, nothing else is checked. */
export type HubJson = Readonly<Record<string, unknown>>;

/** What the hub says of one model. */
export interface HubModel {
  /** The id that was asked for. */
  readonly asked: string;
  /** The id that the hub uses now: another one where the model has moved. */
  readonly id: string;
  readonly json: HubJson;
  /** The hub said that it is what we knew. */
  readonly unchanged: boolean;
}

/** A page of a listing. */
export interface HubPage {
  readonly models: readonly HubJson[];
  /** Where the listing goes on, for this call or a later one; null after the last page. */
  readonly cursor: string | null;
}

export interface AskOptions {
  readonly revision?: string;
  readonly signal?: CancelSignal;
}

export interface TopOptions {
  /** Goes on where an earlier listing stopped; `n` then counts from there. */
  readonly cursor?: string | null;
  readonly signal?: CancelSignal;
}

/** The most that the hub lists at a time. */
const pageSize = 1000;

const limits = {
  model: { accept: 'application/json', maxBytes: 10_000_000, timeout: 15_000 },
  card: { accept: 'text/plain', maxBytes: 5_000_000, timeout: 15_000 },
  page: { accept: 'application/json', maxBytes: 50_000_000, timeout: 60_000 },
} as const satisfies Record<string, Omit<HubQuestion, 'path' | 'signal'>>;

/** The fields of a listing: what a record is made from, not the list of files. */
const listed = [
  ...['downloads', 'likes', 'tags', 'pipeline_tag', 'library_name'],
  ...['createdAt', 'gated', 'cardData', 'config', 'safetensors'],
];

/** Asks the Hugging Face hub. Ids are the only thing it sends. */
export class HubClient {
  private readonly requests: HubRequests;

  constructor(parts: HubParts) {
    this.requests = new HubRequests(parts);
  }

  /** What the API says of a model, of the newest revision or a named one. */
  async modelInfo(id: string, options: AskOptions = {}): Promise<HubResult<HubModel>> {
    const revision = options.revision ? `/revision/${encodeURIComponent(options.revision)}` : '';
    const answer = await this.ask(id, `/api/models/${idPath(id)}${revision}`, 'model', options.signal);
    if (!answer.ok) return answer;
    const json = parse(answer.value.text);
    const now = isObject(json) ? (json['id'] ?? json['modelId']) : null;
    if (!isObject(json) || typeof now !== 'string' || !isHubId(now)) return wrongJson;
    return { ok: true, value: { asked: id, id: now, json, unchanged: answer.value.unchanged } };
  }

  /** The text of a model's card (README.md). */
  async card(id: string, options: AskOptions = {}): Promise<HubResult<string>> {
    const answer = await this.ask(id, cardPath(id, options.revision), 'card', options.signal);
    return answer.ok ? { ok: true, value: answer.value.text } : answer;
  }

  /** The `n` most downloaded models, page by page. Ends after the last page or the first failure. */
  async *topModels(n: number, options: TopOptions = {}): AsyncGenerator<HubResult<HubPage>> {
    const { signal = neverCancelled } = options;
    let cursor = options.cursor ?? null;
    for (let left = n; left > 0;) {
      const path = listPath(Math.min(left, pageSize), cursor);
      const answer = await this.requests.get({ ...limits.page, path, signal });
      const page = answer.ok ? pageOf(answer.value) : answer;
      yield page;
      // A page that names itself as the next one would never end.
      if (!page.ok || page.value.cursor === null || page.value.cursor === cursor) return;
      cursor = page.value.cursor;
      left -= page.value.models.length;
      if (page.value.models.length === 0) return;
    }
  }

  private ask(
    id: string,
    path: string,
    what: keyof typeof limits,
    signal = neverCancelled,
  ): Promise<HubResult<HubAnswer>> {
    if (!isHubId(id))
      return Promise.resolve(hubFailure('no-id', message('{0} is no id of the hub', id.slice(0, 200))));
    return this.requests.get({ ...limits[what], path, signal });
  }
}

const wrongJson = hubFailure('wrong-json', message("the hub's answer is not what its documentation says"));

function listPath(limit: number, cursor: string | null): string {
  const fields = listed.map((field) => `&expand[]=${field}`).join('');
  const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  return `/api/models?sort=downloads&direction=-1&limit=${limit}${fields}${from}`;
}

function pageOf({ text, link }: HubAnswer): HubResult<HubPage> {
  const json = parse(text);
  if (!Array.isArray(json)) return wrongJson;
  return { ok: true, value: { models: json.filter(isObject), cursor: nextCursor(link) } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is HubJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

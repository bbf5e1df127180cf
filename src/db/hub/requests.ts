import type { CancelSignal, Fetch, FetchAnswer, FetchFailure, Wait } from '../../shared/fetch';
import type { Cache, Logger } from '../../shared/host';
import { type Message, message } from '../../shared/message';
import { decodeUtf8 } from '../../shared/text';
import { originOf, redirected } from './address';
import { hubFailure, type HubResult, refusal } from './error';
import { pauseBefore, secondsOf } from './retry';

/** What questions to a hub are asked with. */
export interface HubParts {
  /** Address of the hub without a slash at its end. */
  readonly endpoint: string;
  readonly fetch: Fetch;
  /** The user's token, or null. Goes to the hub's own host and nowhere else; is never logged. */
  readonly token: () => Promise<string | null>;
  readonly wait: Wait;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Earlier answers with their ETags. */
  readonly cache: Cache;
  readonly logger: Pick<Logger, 'info'>;
  readonly userAgent: string;
}

/** What is asked. */
export interface HubQuestion {
  /** Below the endpoint, from `/` on. */
  readonly path: string;
  readonly accept: string;
  readonly maxBytes: number;
  /** Milliseconds for one try. */
  readonly timeout: number;
  readonly signal: CancelSignal;
}

/** A success. */
export interface HubAnswer {
  readonly text: string;
  /** The hub said that it is what we knew. */
  readonly unchanged: boolean;
  /** The `Link` header. */
  readonly link: string | null;
}

interface Kept {
  readonly etag: string;
  readonly text: string;
  readonly link: string | null;
}

/** Moves that are followed for one question. */
const mostRedirects = 5;

/** Longer answers are not kept. */
const longestKept = 2_000_000;

const failures: Readonly<Record<FetchFailure, (detail: string) => Message>> = {
  timeout: () => message('the hub did not answer in time'),
  offline: (detail) => message('the hub cannot be reached ({0})', detail),
  'cut-off': () => message("the hub's answer was cut off"),
  'too-large': (detail) => message("the hub's answer is too large ({0})", detail),
  cancelled: () => message('cancelled'),
};

/** Asks a hub: with the token, again after a pause, along redirects, and only for what has changed. */
export class HubRequests {
  constructor(private readonly parts: HubParts) {}

  async get(question: HubQuestion): Promise<HubResult<HubAnswer>> {
    for (let attempt = 1; ; attempt++) {
      if (question.signal.cancelled) return hubFailure('cancelled', failures.cancelled(''));
      const answer = await this.try(question);
      if (answer.ok) return answer;
      const pause = pauseBefore(answer.error, attempt, this.parts.random());
      if (pause === null) return answer;
      await this.parts.wait(pause, question.signal);
    }
  }

  private async try(question: HubQuestion): Promise<HubResult<HubAnswer>> {
    const token = await this.parts.token();
    if (token !== null && !/^[\x21-\x7e]+$/.test(token))
      return hubFailure('unauthorised', message('the token holds characters that no token has'));
    const key = keyOf(this.parts, question.path);
    const kept = parseKept(await this.parts.cache.get(key));
    const answer = await this.follow(question, token, kept);
    if (answer.kind !== 'answer') return hubFailure(answer.kind, failures[answer.kind](answer.detail));
    const { status, header, body } = answer;
    if (status === 304 && kept) return { ok: true, value: { ...kept, unchanged: true } };
    if (status !== 200) {
      const { kind, reason } = refusal(status, header, token !== null);
      return hubFailure(kind, reason, secondsOf(header('retry-after'), this.parts.now()));
    }
    const found = { text: decodeUtf8(body), link: header('link') };
    await this.keep(key, header('etag'), found);
    return { ok: true, value: { ...found, unchanged: false } };
  }

  /** Sends the question and follows where it is sent to: to another host without the token. */
  private async follow(question: HubQuestion, token: string | null, kept: Kept | null): Promise<FetchAnswer> {
    const { endpoint, userAgent, logger, fetch } = this.parts;
    const { accept, timeout, maxBytes, signal } = question;
    let url = endpoint + question.path;
    for (let moves = 0; ; moves++) {
      const trusted = originOf(url) === originOf(endpoint);
      const headers = {
        accept,
        'user-agent': userAgent,
        ...(kept && { 'if-none-match': kept.etag }),
        ...(token !== null && trusted && { authorization: `Bearer ${token}` }),
      };
      const answer = await fetch({ url, headers, timeout, maxBytes, signal });
      const said = answer.kind === 'answer' ? `${answer.status}, ${answer.body.length} bytes` : answer.kind;
      logger.info(`hub: ${withoutSecrets(url)}: ${said}`);
      const location = answer.kind === 'answer' && isMove(answer.status) ? answer.header('location') : null;
      if (location === null) return answer;
      const next = redirected(url, location);
      if (next === null || moves >= mostRedirects)
        return { kind: 'offline', detail: 'redirected to nowhere' };
      url = next;
    }
  }

  private async keep(key: string, etag: string | null, found: Omit<Kept, 'etag'>): Promise<void> {
    if (etag === null || found.text.length > longestKept) return;
    await this.parts.cache.set(key, JSON.stringify({ etag, ...found } satisfies Kept));
  }
}

/** The last answer to a question as it was kept, without asking; null where there is none. */
export async function keptText(
  parts: Pick<HubParts, 'cache' | 'endpoint'>,
  path: string,
): Promise<string | null> {
  return parseKept(await parts.cache.get(keyOf(parts, path)))?.text ?? null;
}

function keyOf({ endpoint }: Pick<HubParts, 'endpoint'>, path: string): string {
  return `hub ${endpoint}${path}`;
}

function isMove(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function parseKept(text: string | undefined): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    if (typeof kept?.etag !== 'string' || typeof kept.text !== 'string') return null;
    return { etag: kept.etag, text: kept.text, link: typeof kept.link === 'string' ? kept.link : null };
  } catch {
    return null;
  }
}

/** An address for the log: signed addresses of storage hosts carry rights in their query, any may carry a password. */
function withoutSecrets(url: string): string {
  return url.replace(/\?.*$/, '').replace(/\/\/[^/@]*@/, '//');
}

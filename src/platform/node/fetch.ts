/** The network by node-fetch. */
import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import fetch, { AbortError, type Response } from 'node-fetch';
import { getProxyForUrl } from 'proxy-from-env';
import type { Disposable } from '../../shared/disposable';
import type { CancelSignal, Fetch, FetchAnswer, FetchFailure, FetchRequest, Wait } from '../../shared/fetch';

/** Calls back after some milliseconds, unless disposed before. */
export type Timer = (milliseconds: number, done: () => void) => Disposable;

const clock: Timer = (milliseconds, done) => {
  const timer = setTimeout(done, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

/** Lets time pass. */
export const wait: Wait = (milliseconds, signal) => waitWith(clock, milliseconds, signal);

function waitWith(timer: Timer, milliseconds: number, signal: CancelSignal): Promise<void> {
  return new Promise((resolve) => {
    const parts: Disposable[] = [];
    const end = () => {
      for (const part of parts) part.dispose();
      resolve();
    };
    parts.push(timer(milliseconds, end), signal.onCancel(end));
    if (signal.cancelled) end();
  });
}

/** Too much came. */
class TooLarge extends Error {}

/**
 * Asks by node-fetch. The environment's proxy is used where it names one; elsewhere Node's own agent, which VS Code
 * replaces by one that knows the editor's proxy settings.
 */
export function nodeFetch(timer: Timer = clock): Fetch {
  return async (request) => {
    const abort = new AbortController();
    let reason: FetchFailure = 'timeout';
    const stop = (why: FetchFailure) => {
      reason = why;
      abort.abort();
    };
    const parts = [
      timer(request.timeout, () => stop('timeout')),
      request.signal.onCancel(() => stop('cancelled')),
    ];
    if (request.signal.cancelled) stop('cancelled');
    try {
      return await ask(request, abort);
    } catch (error) {
      if (error instanceof AbortError || abort.signal.aborted)
        return { kind: error instanceof TooLarge ? 'too-large' : reason, detail: detailOf(error) };
      return { kind: failureOf(error), detail: detailOf(error) };
    } finally {
      for (const part of parts) part.dispose();
    }
  };
}

async function ask(request: FetchRequest, abort: AbortController): Promise<FetchAnswer> {
  const { url, headers, maxBytes } = request;
  const agent = proxyAgent(url);
  const response = await fetch(url, {
    headers,
    redirect: 'manual',
    signal: abort.signal,
    ...(agent && { agent }),
  });
  const body = await bodyOf(response, maxBytes).catch((error: unknown) => {
    // An answer that nobody reads on would keep its connection.
    if (error instanceof TooLarge) abort.abort();
    throw error;
  });
  return { kind: 'answer', status: response.status, header: (name) => headerOf(response, name), body };
}

/** node-fetch makes `Location` absolute when it may not follow it; an address that cannot be parsed it leaves as it is. */
function headerOf(response: Response, name: string): string | null {
  return response.headers.get(name);
}

async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}

function tooLarge(maxBytes: number): TooLarge {
  return new TooLarge(`over ${Math.floor(maxBytes / 1e6)} MB`);
}

function proxyAgent(url: string): Agent | null {
  const proxy = getProxyForUrl(url);
  if (!proxy) return null;
  return url.startsWith('https:') ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy);
}

/** How Node and node-fetch call an answer that broke off. */
const brokenOff = new Set([
  'ECONNRESET',
  'ERR_STREAM_PREMATURE_CLOSE',
  'EPIPE',
  'Z_BUF_ERROR',
  'Z_DATA_ERROR',
  'HPE_INVALID_CONSTANT',
]);

function failureOf(error: unknown): FetchFailure {
  if (error instanceof TooLarge) return 'too-large';
  const code = codeOf(error);
  if (brokenOff.has(code) || code.startsWith('HPE_')) return 'cut-off';
  return code === 'ETIMEDOUT' ? 'timeout' : 'offline';
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code ?? '');
}

/** What is said of it: a code, never a whole message, which may hold an address with a password. */
function detailOf(error: unknown): string {
  if (error instanceof TooLarge) return error.message;
  return codeOf(error) || (error instanceof Error ? error.name : 'unknown');
}

/** A language model behind an address that speaks as OpenAI's does: Ollama, llama.cpp, vLLM and others. */
import fetch, { AbortError } from 'node-fetch';
import type { AskModel, ModelReply } from '../../cards/asked/ask';

/** Bytes of an answer that are read. */
const mostBytes = 1_000_000;

export interface EndpointOptions {
  /** `http://localhost:11434/v1`, or the whole address of `chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** Sent as bearer token, never logged. */
  readonly key?: string;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout?: number;
}

/** Asks such an endpoint. */
export function endpointModel(
  { url, model, key, timeout = 120_000 }: EndpointOptions,
  send = fetch,
): AskModel {
  const address = /\/chat\/completions\/?$/.test(url) ? url : `${url.replace(/\/+$/, '')}/chat/completions`;
  return async ({ system, user }, signal) => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeout);
    const cancelling = signal.onCancel(() => abort.abort());
    try {
      const response = await send(address, {
        method: 'POST',
        redirect: 'error',
        size: mostBytes,
        signal: abort.signal,
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({
          model,
          temperature: 0,
          stream: false,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
        }),
      });
      if (!response.ok)
        return failed(`HTTP ${response.status}`, response.status >= 500 || response.status === 429);
      return replyOf(await response.json());
    } catch (error) {
      if (error instanceof AbortError)
        return failed(signal.cancelled ? 'cancelled' : 'it took too long', false);
      return failed(error instanceof Error ? error.message : String(error), true);
    } finally {
      clearTimeout(timer);
      cancelling.dispose();
    }
  };
}

interface Completion {
  readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[];
}

function replyOf(body: unknown): ModelReply {
  const text = (body as Completion | null)?.choices?.[0]?.message?.content;
  return typeof text === 'string' ? { kind: 'reply', text } : failed('its answer has no message', true);
}

function failed(reason: string, mayRetry: boolean): ModelReply {
  return { kind: 'failed', reason, mayRetry };
}

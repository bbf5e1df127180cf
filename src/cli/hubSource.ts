import { HubClient } from '../db/hub/client';
import { nodeFetch, wait } from '../platform/node/fetch';
import { environmentToken, hubEndpoint } from '../platform/node/hubEnvironment';
import { message } from '../shared/message';
import { UserError } from '../shared/result';
import { hubTop } from '../platform/node/etl/hubTop';
import { version } from '../../package.json';
import type { OpenedSource } from './catalogBuild';

/** More than the hub has. */
const mostModels = 10_000_000;

/** `hub:top=N`: the most downloaded models of the live hub. */
export function hubSource(text: string, journal: string, signal: AbortSignal): OpenedSource {
  const wanted = Number(/^top=(\d+)$/.exec(text)?.[1]);
  if (!(wanted >= 1 && wanted <= mostModels)) throw new UserError(message('"{0}" is not top=N', text));
  const endpoint = hubEndpoint(process.env);
  if (!endpoint.ok) throw new UserError(endpoint.error);
  const client = new HubClient({
    endpoint: endpoint.value,
    fetch: nodeFetch(),
    token: () => Promise.resolve(environmentToken(process.env)),
    wait,
    now: Date.now,
    random: Math.random,
    cache: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    logger: { info: () => undefined },
    userAgent: `ptm-lens/${version}`,
  });
  return hubTop({
    client,
    endpoint: endpoint.value,
    wanted,
    journal,
    today: new Date().toISOString().slice(0, 10),
    signal: {
      get cancelled() {
        return signal.aborted;
      },
      onCancel: (listener) => {
        signal.addEventListener('abort', listener);
        return { dispose: () => signal.removeEventListener('abort', listener) };
      },
    },
  });
}

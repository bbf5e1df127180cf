import { HubClient } from '../../../db/hub/client';
import type { CancelSignal } from '../../../shared/fetch';
import { message } from '../../../shared/message';
import { UserError } from '../../../shared/result';
import { version } from '../../../../package.json';
import { nodeFetch, wait } from '../fetch';
import { hubEndpoint } from '../hubEnvironment';
import { hubTop } from './hubTop';
import type { OpenedSource } from './source';

/** More than the hub has. */
const mostModels = 10_000_000;

export interface HubSourceSetup {
  /** Where pages are kept until the catalogue is written. */
  readonly journal: string;
  readonly token: string | null;
  readonly signal: AbortSignal;
  readonly progress: (done: number) => void;
}

/** `hub:top=N`: the most downloaded models of the live hub. */
export function hubSource(text: string, setup: HubSourceSetup): OpenedSource {
  const wanted = Number(/^top=(\d+)$/.exec(text)?.[1]);
  if (!(wanted >= 1 && wanted <= mostModels)) throw new UserError(message('"{0}" is not top=N', text));
  const endpoint = hubEndpoint(process.env);
  if (!endpoint.ok) throw new UserError(endpoint.error);
  const client = new HubClient({
    endpoint: endpoint.value,
    fetch: nodeFetch(),
    token: () => Promise.resolve(setup.token),
    wait,
    now: Date.now,
    random: Math.random,
    cache: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    logger: { info: () => undefined },
    userAgent: `ptm-lens/${version}`,
  });
  const today = new Date().toISOString().slice(0, 10);
  const request = { ...setup, client, endpoint: endpoint.value, wanted, today };
  return hubTop({ ...request, signal: cancelSignal(setup.signal) });
}

function cancelSignal(signal: AbortSignal): CancelSignal {
  return {
    get cancelled() {
      return signal.aborted;
    },
    onCancel: (listener) => {
      signal.addEventListener('abort', listener);
      return { dispose: () => signal.removeEventListener('abort', listener) };
    },
  };
}

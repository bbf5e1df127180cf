import type { Hub } from '../shared/hub';
import { encodeStrictly } from './markdown';

/** `owner/name` or `name`, of the characters that the hub allows. */
const hubId = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)?$/;

/** `owner/repo[:ref][#entry]`, as `torch.hub.load` takes it. */
const torchHubId = /^([\w.-]+)\/([\w.-]+)(:[^#]*)?(#.*)?$/;

/** The web page of a model, or null where there is none that we know. */
export function hubPage(id: string, hub: Hub): string | null {
  if (hub === 'huggingface') {
    return hubId.test(id) ? `https://huggingface.co/${id.split('/').map(encodeStrictly).join('/')}` : null;
  }
  if (hub === 'pytorch') {
    const [, owner, repository] = torchHubId.exec(id) ?? [];
    return owner && repository
      ? `https://github.com/${encodeStrictly(owner)}/${encodeStrictly(repository)}`
      : null;
  }
  return null;
}

import type { Hub } from '../shared/hub';
import { encodeStrictly } from '../present/markdown';

/** `owner/name` or `name`, as the hub takes them. */
const hubId = /^[\w.-]+(?:\/[\w.-]+)?$/;
const torchHubId = /^([\w.-]+)\/([\w.-]+)(?::([^#]+))?(?:#(.+))?$/;

/** The package URL of a model, or null where no type of package URL covers its hub. */
export function modelPurl(id: string, hub: Hub, revision: string | null): string | null {
  if (hub === 'huggingface' && hubId.test(id))
    return withVersion(`pkg:huggingface/${encodePath(id)}`, revision);
  const [, owner, repository, ref] = (hub === 'pytorch' && torchHubId.exec(id)) || [];
  if (!owner || !repository) return null;
  return withVersion(
    `pkg:github/${encodePath(`${owner}/${repository}`.toLowerCase())}`,
    revision ?? ref ?? null,
  );
}

/** A commit is written in lower case (the type's rule); other revisions are names. */
function withVersion(purl: string, revision: string | null): string {
  if (revision === null || revision === '') return purl;
  const version = /^[0-9a-f]{7,40}$/i.test(revision) ? revision.toLowerCase() : revision;
  return `${purl}@${encodeStrictly(version)}`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeStrictly).join('/');
}

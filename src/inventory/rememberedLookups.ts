import type { KnownModels } from '../db/layered';
import type { Lookup } from '../db/record';
import type { ModelReference } from '../shared/hub';

/** What a description asks of the catalogue. */
export type Models = Pick<KnownModels, 'lookup' | 'near'>;

/** What makes two questions the same. */
export function questionOf({ hub, library, written }: ModelReference): string {
  return [hub, library, written].join('\n');
}

/** A catalogue that answers a question once: the files of a folder load the same models over and over. */
export function rememberingLookups(models: Models): Models {
  const lookups = new Map<string, Lookup>();
  const nearest = new Map<string, string | null>();
  return {
    lookup: (asked) => {
      const key = questionOf(asked);
      const lookup = lookups.get(key) ?? models.lookup(asked);
      lookups.set(key, lookup);
      return lookup;
    },
    near: (id) => {
      const known = nearest.get(id);
      const near = known === undefined ? models.near(id) : known;
      nearest.set(id, near);
      return near;
    },
  };
}

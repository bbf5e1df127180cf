/** Several statements on one model -> one: for each fact group the first that states it, so the order of the sources is their rank. */
import { factGroups } from '../schema';
import { type PackedFacts, unpack } from './pack';
import type { Entry } from './runs';

export interface MergedModel {
  readonly key: number;
  readonly facts: PackedFacts;
}

/** The models that packed statements are of, which come by their models. */
export function* mergedModels(entries: Iterable<Entry>): Generator<MergedModel> {
  let key = -1;
  let facts: PackedFacts | null = null;
  for (const entry of entries) {
    const next = unpack(entry.bytes);
    if (facts && entry.key === key) {
      facts = withSecond(facts, next);
      continue;
    }
    if (facts) yield { key, facts };
    key = entry.key;
    facts = next;
  }
  if (facts) yield { key, facts };
}

/**
 * The first statement's word counts, group by group. Of licences, one that is declared counts before the word that none is: a later list
 * may have lost a tag, but hardly invents one.
 */
function withSecond(first: PackedFacts, second: PackedFacts): PackedFacts {
  const isDeclared = (first.license?.[0] ?? 0) !== 0 || (second.license?.[0] ?? 0) === 0;
  const license = first.license && isDeclared ? first : second.license ? second : first;
  const from = {
    license,
    popularity: first.popularity ? first : second,
    description: first.description ? first : second,
    architectures: first.architectures ? first : second,
    parameters: first.parameters === null ? second : first,
    reuse: first.reuse === null ? second : first,
    card: first.card === null ? second : first,
  };
  return {
    hub: first.hub,
    owner: first.owner,
    name: first.name,
    peatmoss: first.peatmoss ?? second.peatmoss,
    license: from.license.license,
    popularity: from.popularity.popularity,
    description: from.description.description,
    architectures: from.architectures.architectures,
    parameters: from.parameters.parameters,
    reuse: from.reuse.reuse,
    card: from.card.card,
    sources: factGroups.map((group, index) => from[group].sources[index] ?? null),
  };
}

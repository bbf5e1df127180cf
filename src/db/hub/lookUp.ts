import { type CancelSignal, neverCancelled } from '../../shared/fetch';
import type { ModelReference } from '../../shared/hub';
import { message } from '../../shared/message';
import { candidates } from '../prefixes';
import type { CardFields, ModelRecord } from '../record';
import type { AliasRow } from '../etl/load';
import { isHubId } from './address';
import type { HubClient, HubModel } from './client';
import { hubFailure, type HubResult } from './error';
import { hubModelRecord } from './record';

/** What a look-up brings home. */
export interface LookedUp {
  readonly record: ModelRecord;
  /** Names that led to the model and are not its id. */
  readonly aliases: readonly AliasRow[];
}

/** What a look-up works with. */
export interface LookUpParts {
  readonly hub: Pick<HubClient, 'modelInfo' | 'card'>;
  /** Whether a policy says that an id must not leave the machine. */
  readonly isPrivate: (id: string) => boolean;
  /** Today, as an ISO date. */
  readonly today: () => string;
  /** Reads a card's text. */
  readonly cardFields: (text: string, id: string) => CardFields;
}

/** Asks the hub for the model behind a written id: as it is written, then with what its library puts in front. */
export async function lookUpModel(
  parts: LookUpParts,
  reference: ModelReference,
  signal: CancelSignal = neverCancelled,
): Promise<HubResult<LookedUp>> {
  const { written } = reference;
  const ids = hubIdsOf(reference);
  if (ids.length === 0) return hubFailure('no-id', message('{0} is no id of the hub', written.slice(0, 200)));
  if ([written, ...ids].some(parts.isPrivate))
    return hubFailure('private', message("the policy's models.private keeps this id on this machine"));
  let first: HubResult<HubModel> | undefined;
  for (const id of ids) {
    const asked = await parts.hub.modelInfo(id, { signal });
    if (asked.ok) return await bringHome(parts, asked.value, signal);
    first ??= asked;
    // Without a token the hub answers 401 for what it does not have.
    if (asked.error.kind !== 'not-found' && asked.error.kind !== 'unauthorised') return asked;
  }
  return first && !first.ok ? first : hubFailure('not-found', message('the hub has no such model'));
}

/** The ids to ask for, best first. */
export function hubIdsOf(reference: ModelReference): string[] {
  if (reference.hub !== 'huggingface') return [];
  return [reference.written, ...candidates(reference)].filter(isHubId);
}

async function bringHome(
  { hub, today, cardFields }: LookUpParts,
  { asked, id, json }: HubModel,
  signal: CancelSignal,
): Promise<HubResult<LookedUp>> {
  // Many models have no card, and a gated one keeps it back: the record stands without it.
  const card = await hub.card(id, { signal });
  const record = hubModelRecord({ ...json, id }, today(), card.ok ? cardFields(card.value, id) : {});
  if (record === null) return hubFailure('wrong-json', message("the hub's answer names no model"));
  const isMoved = asked.toLowerCase() !== id.toLowerCase();
  const moved: AliasRow = { alias: asked, hub: 'huggingface', id, kind: 'moved', library: '' };
  return { ok: true, value: { record, aliases: isMoved ? [moved] : [] } };
}

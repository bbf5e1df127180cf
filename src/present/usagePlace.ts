import type { Usage, WrittenId } from '../analyzer/usage';
import { isWithin, type Place } from '../shared/positions';

/** Where to show a usage of a model: at the id where it stands in the call, else at the call, which is where it is loaded. */
export function usagePlace({ place: call }: Usage, written: WrittenId | null): Place {
  const id = written?.place;
  return id && isWithin(id, call) ? id : call;
}

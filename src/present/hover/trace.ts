import type { TraceStep, Usage } from '../../analyzer/usage';
import { message } from '../../shared/message';
import { isWithin, type Place } from '../../shared/positions';
import { lineLabel, placeLabel } from '../place';
import { commandTarget, escapeMarkdown, link } from '../markdown';
import type { Reader } from '../reader';

/** Steps that are shown; longer traces are cut in the middle, the call and the literal stay. */
const longest = 8;

/** Makes the target of a link that shows a place. */
export type PlaceTarget = (place: Place) => string;

/** A place as the argument of the command that shows it. */
export function placeTarget(command: string, folder: string): PlaceTarget {
  return ({ file, cell, range }) => commandTarget(command, { folder, file, cell, range });
}

/** How the id gets to the loader, from the call to the literal, each step a link; null when it simply stands in the call. */
export function traceLine(
  usage: Usage,
  steps: readonly TraceStep[],
  target: PlaceTarget,
  reader: Reader,
): string | null {
  const between = steps.filter(({ place }) => !isWithin(place, usage.place));
  if (steps.length < 2 || between.length === 0) return null;
  const kept = steps.length <= longest ? steps : [...steps.slice(0, longest - 2), ...steps.slice(-2)];
  const said = kept.map(({ step, place }) => {
    const label = place.file === usage.place.file ? lineLabel(place) : placeLabel(place);
    const where = link(escapeMarkdown(reader.localize(label)), target(place));
    return `${escapeMarkdown(reader.localize(step))} (${where})`;
  });
  return reader.localize(message('How the id gets here: {0}', said.join(' ← ')));
}

/** Why a usage is not resolved, or what may override its id. */
export function reasonLine({ reason }: Usage, { localize }: Reader): string | null {
  return reason && escapeMarkdown(localize(reason));
}

import { type Message, message } from '../../shared/message';
import { comparePlaces } from '../../shared/positions';
import { fitsAny } from '../globs';
import { isSpelledAsPath } from '../localPath';
import type { LoaderSignature } from '../signature';
import type { ResolutionKind, TraceStep, WrittenId } from '../usage';
import { reasons } from './reasons';
import { type Spot, type TextValue, type Trail, type UnknownValue, type Value, type Values } from './values';
import type { World } from './world';

/** What became of a loader's id argument. */
export interface Resolved {
  readonly resolution: ResolutionKind;
  readonly written: readonly WrittenId[];
  readonly reason: Message | null;
  readonly trace: readonly TraceStep[];
}

/** `none`: no usage. `absent`: no id is given, the library may have a default. */
export type IdOutcome = Resolved | 'none' | 'absent';

/** Ids of other kinds of repositories. */
const otherRepositories = ['datasets/*', 'spaces/*'];

/** What the resolution of one call needs to know besides the values. */
export interface IdContext {
  readonly loader: LoaderSignature;
  readonly call: TraceStep;
  readonly file: string;
  readonly world: World;
  /** An argument of the call says that the id is a path. */
  readonly saidLocal: boolean;
  /** The program itself writes the folder that the id names. */
  readonly isWritten: (id: TextValue) => boolean;
}

/** Turns the values of the id argument into written ids, or into the reason why there are none. */
export function resolveId(values: Values, context: IdContext): IdOutcome {
  const texts = values.filter((value): value is TextValue => value.kind === 'text');
  const unknowns = values.flatMap(asUnknown);
  const ids = texts.filter(({ text }) => text.trim() !== '' && isWanted(text, context.loader));
  if (ids.length > 0) return known(ids, unknowns, context);
  if (texts.some(({ text }) => text.trim() !== '')) return 'none';
  const { orObject, onlyIds } = context.loader;
  if (orObject || onlyIds) return values.every(isNone) ? 'absent' : 'none';
  const [unknown] = unknowns;
  if (values.some(isObject)) return 'none';
  if (unknown) return unresolved(unknown.reason, unknown.trail, context);
  const number = values.find((value) => value.kind === 'constant' && value.value !== null);
  if (number?.kind === 'constant')
    return unresolved(reasons.number(String(number.value)), number.trail, context);
  const [empty] = texts;
  if (empty) return unresolved(emptyReason(empty.trail), empty.trail, context);
  const [none] = values;
  return none ? 'absent' : unresolved(reasons.circular(), null, context);
}

/** The outcome for an argument that is given, but only ever as `None`, to a loader without a default. */
export function givenAsNone(values: Values, context: IdContext): Resolved {
  const trail = values.find(isNone)?.trail ?? null;
  return unresolved(trail ? emptyReason(trail) : reasons.nothing(), trail, context);
}

/** What is not known: also a name that a library may give any value. */
function asUnknown(value: Value): UnknownValue[] {
  if (value.kind === 'unknown') return [value];
  if (value.kind !== 'external' || isClassName(value.path.at(-1) ?? '')) return [];
  return [{ kind: 'unknown', reason: reasons.outside(value.path.join('.')), trail: value.trail, note: null }];
}

/** A class, an object, a container: surely no text. */
function isObject(value: Value): boolean {
  if (value.kind === 'external') return isClassName(value.path.at(-1) ?? '');
  return value.kind !== 'text' && value.kind !== 'constant' && value.kind !== 'unknown';
}

function isClassName(name: string): boolean {
  return /^_*[A-Z]/.test(name) && /[a-z]/.test(name);
}

function isNone(value: Value): boolean {
  return value.kind === 'constant' && value.value === null;
}

function isWanted(id: string, { ignoreIds, onlyIds }: LoaderSignature): boolean {
  if (fitsAny(otherRepositories, id) || fitsAny(ignoreIds, id)) return false;
  return !onlyIds || fitsAny(onlyIds, id);
}

function known(ids: readonly TextValue[], unknowns: readonly UnknownValue[], context: IdContext): Resolved {
  // What the program writes itself is a folder; beside a model it is one more way to get that one.
  const given = ids.filter((id) => !context.isWritten(id));
  const written = distinct((given.length > 0 ? given : ids).map((id) => writtenId(id, context)));
  const isLocal = written.map(
    ({ text }) => given.length === 0 || context.saidLocal || isLocalPath(text, context),
  );
  const resolution = isLocal.every(Boolean) ? 'local' : written.length > 1 ? 'ambiguous' : 'resolved';
  const note = ids.find((id) => id.note)?.note ?? unknowns[0]?.reason ?? null;
  return { resolution, written, reason: note, trace: written[0]?.trace ?? [context.call] };
}

function isLocalPath(id: string, { loader, world, file }: IdContext): boolean {
  if (isSpelledAsPath(id, loader.nestedIds) || fitsAny(loader.localIds, id)) return true;
  return /^[\w.-]+(\/[\w.-]+)*\/?$/.test(id) && world.standsAt(id, file) === 'model';
}

function writtenId({ text, literal, trail }: TextValue, { call }: IdContext): WrittenId {
  const steps = [call, ...stepsOf(trail)];
  if (literal) steps.push({ step: message('"{0}"', text), place: placeOf(literal) });
  return { text, place: literal && placeOf(literal), trace: withoutRepeats(steps) };
}

/** The same text once, at its first place, in the order of the source. */
function distinct(ids: readonly WrittenId[]): WrittenId[] {
  const sorted = [...ids].sort((a, b) => {
    const [one, other] = [a, b].map(({ trace }) => trace.at(-1)?.place);
    return one && other ? comparePlaces(one, other) : 0;
  });
  const first = new Map<string, WrittenId>();
  for (const id of sorted) {
    const before = first.get(id.text);
    if (!before || (!before.place && id.place)) first.set(id.text, id);
  }
  return [...first.values()];
}

function unresolved(reason: Message, trail: Trail | null, { call }: IdContext): Resolved {
  return { resolution: 'unresolved', written: [], reason, trace: withoutRepeats([call, ...stepsOf(trail)]) };
}

/** "Is empty unless it is set", with the name that the trail begins with. */
function emptyReason(trail: Trail | null): Message {
  const [name] = trail?.step.args ?? [];
  return name === undefined ? reasons.nothing() : reasons.empty(String(name));
}

/** Steps beyond this say nothing that the first ones did not. */
const longestTrace = 40;

function stepsOf(trail: Trail | null): TraceStep[] {
  const steps: TraceStep[] = [];
  for (let at = trail; at && steps.length < longestTrace; at = at.next) {
    steps.push({ step: at.step, place: placeOf(at.spot) });
  }
  return steps;
}

function withoutRepeats(steps: readonly TraceStep[]): TraceStep[] {
  return steps.filter(({ step, place }, index) => {
    const before = steps[index - 1];
    return !before || before.step.text !== step.text || comparePlaces(before.place, place) !== 0;
  });
}

function placeOf({ source, start, end }: Spot) {
  return source.place(start, end);
}

/** Builds usages for the languages in which a model is named outright: shell, requirements, configuration. */
import type { Hub } from '../../shared/hub';
import { type Message, message } from '../../shared/message';
import { isSpelledAsPath } from '../localPath';
import type { SourceText } from '../text';
import type { Part, TraceStep, Usage, UsageRelation, WrittenId } from '../usage';

/** A text at its place; `start` is null when it is composed. */
export interface MentionedId {
  readonly text: string;
  readonly start: number | null;
  readonly end: number;
}

/** A model that a text names. Offsets are those of the joined text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly loader: string;
  /** What the trace says of the place; default: a call of the loader. */
  readonly step?: Message;
  readonly library: string;
  readonly hub: Hub;
  readonly part: Part;
  /** What is named; empty when it cannot be known, with the reason. */
  readonly ids: readonly MentionedId[];
  readonly reason: Message | null;
  /** Ids may have several slashes (`huggingface/owner/name`), which elsewhere only paths have. */
  readonly nestedIds?: boolean;
  readonly revision?: MentionedId | null;
  readonly remoteCode?: { readonly start: number; readonly end: number } | null;
  /** Default: the model is named only. */
  readonly relation?: UsageRelation;
}

/** The usage that a mention is. `models` are paths known to hold a model of the workspace. */
export function usageOf(
  source: SourceText,
  mention: Mention,
  isModelFolder: (path: string) => boolean,
): Usage {
  const { start, end, loader, library, hub, part, ids, reason, revision, remoteCode } = mention;
  const step: TraceStep = {
    step: mention.step ?? message('call of {0}', loader),
    place: source.place(start, end),
  };
  const local =
    ids.length > 0 &&
    ids.every(({ text }) => isSpelledAsPath(text, mention.nestedIds) || isModelFolder(text));
  const resolution =
    ids.length === 0 ? 'unresolved' : local ? 'local' : ids.length > 1 ? 'ambiguous' : 'resolved';
  return {
    place: source.place(start, end),
    loader,
    library,
    hub,
    part,
    resolution,
    written: ids.map((id) => written(source, id, step)),
    implicitModel: null,
    task: null,
    reason,
    trace: ids.length === 0 ? [step] : [],
    revision: revision ? { value: revision.text, place: placeOf(source, revision, mention) } : null,
    remoteCode: remoteCode ? source.place(remoteCode.start, remoteCode.end) : null,
    relation: mention.relation ?? 'referenced',
  };
}

function written(source: SourceText, id: MentionedId, call: TraceStep): WrittenId {
  const place = id.start === null ? null : source.place(id.start, id.end);
  const literal = place ? [{ step: message('"{0}"', id.text), place }] : [];
  return { text: id.text, place, trace: [call, ...literal] };
}

function placeOf(source: SourceText, { start, end }: MentionedId, mention: Mention) {
  return start === null ? source.place(mention.start, mention.end) : source.place(start, end);
}

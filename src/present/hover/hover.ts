/** The hover on a model id: pure text, made from an entry of the inventory. */
import type { UsageEntry, UsedModel } from '../../inventory/types';
import type { Hub } from '../../shared/hub';
import { type Message, message } from '../../shared/message';
import { isAskable } from '../unknownModels';
import { hubPage } from '../hubPage';
import { commandTarget, escapeMarkdown, escapeName, link, markdownSentence } from '../markdown';
import type { Reader } from '../reader';
import { facts, localFacts } from './facts';
import { grounds } from './grounds';
import { headline } from './headline';
import { aliasNote, sourceNote } from './origin';
import { type PlaceTarget, placeTarget, reasonLine, traceLine } from './trace';

/** The commands that links of a hover run: they alone are enabled in it. */
export interface HoverCommands {
  readonly openPlace: string;
  readonly showUsages: string;
  readonly copyId: string;
  /** Absent where the hub must not be asked. */
  readonly lookUp?: string;
  readonly openModel: string;
}

/** What a hover is made from. */
export interface HoverInput {
  readonly entry: UsageEntry;
  /** The models the hovered place stands for: one on a literal, all of the usage on its call or variable. */
  readonly models: readonly UsedModel[];
  /** The project's licence as people write it, or null. */
  readonly project: string | null;
  /** Key of the workspace folder, for links to places. */
  readonly folder: string;
  /** How many usages of a model the workspace has. */
  readonly usagesOf: (id: string) => number;
}

/** Facts that a hover tells, and so says the source of. */
const shownGroups = ['license', 'popularity', 'description', 'parameters', 'reuse', 'card'] as const;

/** Alternatives of an ambiguous usage that are listed. */
const listed = 6;

/** The hover as Markdown (theme icons on, HTML off). Everything from source or catalogue in it is escaped. */
export function hoverText(input: HoverInput, commands: HoverCommands, reader: Reader): string {
  const [only, ...others] = input.models;
  if (!only) return unresolvedText(input, commands, reader);
  const target = placeTarget(commands.openPlace, input.folder);
  return others.length > 0 ? severalText(input, reader) : modelText(only, input, target, commands, reader);
}

function modelText(
  model: UsedModel,
  input: HoverInput,
  target: PlaceTarget,
  commands: HoverCommands,
  reader: Reader,
): string {
  const { usage } = input.entry;
  const record = 'record' in model.lookup ? model.lookup.record : null;
  const localCard = model.lookup.answer === 'local' ? model.lookup.card : null;
  const blocks = [
    headline(model, input.project, reader),
    ...grounds(model, reader),
    usageNote(model, input, reader),
    record && facts(record, reader).join('  \n'),
    localCard && localFacts(localCard, reader).join('  \n'),
    traceLine(usage, model.written?.trace ?? usage.trace, target, reader),
    reasonLine(usage, reader),
    aliasNote(model.lookup, reader),
    record && sourceNote(record, shownGroups, reader),
    links(model, record?.hub ?? usage.hub, input, commands, reader),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

/** What is special about this usage: chosen by the library, one of several, not the weights. */
function usageNote(model: UsedModel, { entry }: HoverInput, { localize }: Reader): string | null {
  const { usage, models } = entry;
  if (model.written !== null) {
    return models.length > 1
      ? localize(message('One of {0} models that this call may load', models.length))
      : null;
  }
  const chosen =
    usage.task === null
      ? message('The library chooses this model: the code names none')
      : message('The library chooses this model for the task {0}: the code names none', usage.task);
  return markdownSentence(localize, chosen);
}

function severalText({ models, project, entry }: HoverInput, reader: Reader): string {
  const lines = models.slice(0, listed).map((model) => `- ${headline(model, project, reader)}`);
  const rest = models.length - lines.length;
  const blocks = [
    reader.localize(message('This call may load any of {0} models:', models.length)),
    lines.join('\n'),
    rest > 0 ? reader.localize(message('and {0} more', rest)) : null,
    reasonLine(entry.usage, reader),
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function unresolvedText({ entry, folder }: HoverInput, commands: HoverCommands, reader: Reader): string {
  const { usage } = entry;
  const loader = escapeName(usage.loader);
  const title = reader.localize(
    message('$(question) **{0}** loads a model that the code alone does not tell', loader),
  );
  const trace = traceLine(usage, usage.trace, placeTarget(commands.openPlace, folder), reader);
  return [title, reasonLine(usage, reader), trace].filter(Boolean).join('\n\n');
}

function links(
  { id, lookup }: UsedModel,
  hub: Hub,
  { usagesOf, entry }: HoverInput,
  commands: HoverCommands,
  { localize }: Reader,
): string {
  const page = lookup.answer === 'local' ? null : hubPage(id, hub);
  const label = (text: Message) => escapeMarkdown(localize(text));
  const usages = usagesOf(id);
  const reference = { hub, library: entry.usage.library, written: id };
  const { lookUp } = commands;
  const copy = lookup.answer === 'local' ? message('Copy path') : message('Copy id');
  const shown = [
    link(label(message('Open model')), commandTarget(commands.openModel, { id, hub })),
    lookUp &&
      isAskable(lookup, reference) &&
      link(label(message('Look up on the hub')), commandTarget(lookUp, reference)),
    page && link(label(message('Hub page')), page),
    usages > 1 && link(label(message('All {0} usages', usages)), commandTarget(commands.showUsages, id)),
    link(label(copy), commandTarget(commands.copyId, id)),
  ];
  return shown.filter(Boolean).join(' | ');
}

/** The page of a model: all that is known of it, and what that means for this workspace. */
import { isLicenseStated, type Lookup } from '../../db/record';
import type { JudgementKind } from '../../licenses/judgement';
import { type Message, message } from '../../shared/message';
import { aliasSentences } from '../hover/origin';
import { hubPage } from '../hubPage';
import { licenseName } from '../license';
import { type ModelStatus, worstStatus } from '../modelStatus';
import { plainDate } from '../numbers';
import type { Reader } from '../reader';
import { shown } from '../shown';
import { alternativeBlocks } from './alternatives';
import { baseModelBlocks } from './baseModels';
import { cardBlocks, localCardBlocks } from './card';
import { evidenceBlocks } from './cardEvidence';
import { judgementBlocks } from './judgement';
import type { ModelInput } from './modelInput';
import type { Cell, ModelAct, Page, Section } from './page';
import { name, quiet, words } from './pieces';
import { recordBlocks, reuseBlocks } from './record';
import { usageBlocks } from './usages';

/** Ids may be longer than any hub allows: this much is shown of them where there is room. */
const titleLength = 600;

/** What differs from place to place. */
export interface PageOptions {
  /** The panel of one model, or the view that follows the cursor. */
  readonly where: 'panel' | 'view';
  /** Whether the user lets a hub be asked. */
  readonly mayAskHub: boolean;
}

/** The page, in the reader's language. The view beside the inventory leads to the panel. */
export function modelPage(
  input: ModelInput,
  reader: Reader,
  options: PageOptions = { where: 'panel', mayAskHub: false },
): Page {
  const status = pageStatus(input);
  return {
    title: shown(input.id, titleLength),
    status,
    lead: leadOf(input, status, reader),
    actions: actionsOf(input, reader, options),
    sections: sectionsOf(input, reader),
    footnote: reader.localize(message('Information, not legal advice.')),
  };
}

/** The page of a view that follows the cursor, before there is a model under it. */
export function emptyPage({ localize }: Reader): Page {
  const lead = message(
    'Put the cursor on a model id, or on a variable that holds one: what is known of the model shows here.',
  );
  return {
    title: localize(message('No model chosen')),
    status: null,
    lead: [words(localize(lead))],
    actions: [],
    sections: [],
    footnote: '',
  };
}

function pageStatus({ lookup, projects }: ModelInput): ModelStatus {
  if (lookup.answer === 'local') return 'local';
  const corrected = projects.some(({ correction }) => correction !== null);
  if (!corrected && lookup.answer !== 'found') return unlicensed(lookup);
  return worstStatus(projects.map(({ judgement }) => judgement.kind)) ?? 'unknown';
}

function unlicensed(lookup: Exclude<Lookup, { answer: 'found' }>): ModelStatus {
  if (lookup.answer === 'no-license' && !isLicenseStated(lookup.record)) return 'unknown';
  return lookup.answer;
}

const answers: Readonly<Record<JudgementKind, Message>> = {
  compatible: message('fits this workspace'),
  conditional: message('fits this workspace, with duties'),
  restricted: message('its use is restricted'),
  incompatible: message('does not fit this workspace'),
  unknown: message('whether it fits is not known'),
};

function leadOf({ lookup, projects }: ModelInput, status: ModelStatus, reader: Reader): Cell {
  const say = (text: Message) => words(shown(reader.localize(text), 400));
  const alias = 'alias' in lookup && lookup.alias;
  const note = alias
    ? [quiet(` (${shown(reader.localize(aliasSentences[alias.kind](alias.from)), 300)})`)]
    : [];
  switch (lookup.answer) {
    case 'found': {
      const kind = status in answers ? (status as JudgementKind) : 'unknown';
      const unpaid = kind === 'restricted' && projects.every(({ judgement }) => judgement.nonCommercial);
      const answer = unpaid ? message('no commercial use') : answers[kind];
      const license = { ...name(licenseName(lookup.record)), kind: 'strong' } as const;
      return projects.length > 0 ? [license, words(' — '), say(answer), ...note] : [license, ...note];
    }
    case 'no-license':
      return [
        say(
          isLicenseStated(lookup.record)
            ? message('No licence declared: nothing says that you may use it.')
            : message('Its licence is not known here: see its page.'),
        ),
        ...note,
      ];
    case 'not-in-catalog':
      return [
        say(
          lookup.asOf
            ? message('Not in the catalogue, as of {0}.', plainDate(lookup.asOf, reader))
            : message('Not in the catalogue.'),
        ),
      ];
    case 'local':
      return [say(message('A local model: it lies in a file or folder.'))];
  }
}

function actionsOf(
  { id, hub, lookup, usages }: ModelInput,
  { localize }: Reader,
  { where, mayAskHub }: PageOptions,
): Page['actions'] {
  const local = lookup.answer === 'local';
  const page = !local && hubPage(id, hub) !== null;
  const all: readonly (readonly [label: Message, act: ModelAct, possible: boolean])[] = [
    [message('Open model'), 'openModel', where === 'view'],
    [message('Hub page'), 'openHubPage', page],
    [message('Look up on the hub'), 'lookUpModel', page && mayAskHub && hub === 'huggingface'],
    [message('All usages'), 'showUsages', usages.length > 0],
    [local ? message('Copy path') : message('Copy id'), 'copyId', true],
  ];
  return all.flatMap(([label, act, possible]) =>
    possible ? [{ label: localize(label), action: { do: act, id, hub } }] : [],
  );
}

function sectionsOf(input: ModelInput, reader: Reader): Section[] {
  const { localize } = reader;
  const record = 'record' in input.lookup ? input.lookup.record : null;
  const section = (id: string, title: Message, blocks: Section['blocks']): Section => ({
    id,
    title: localize(title),
    blocks,
  });
  const usages = section('usages', message('Usages in this workspace'), usageBlocks(input, reader));
  const judgement = section('judgement', message('May I use it here?'), judgementBlocks(input, reader));
  const localCard = input.lookup.answer === 'local' ? input.lookup.card : null;
  const folder = input.usages[0]?.folder ?? '';
  if (localCard)
    return [
      judgement,
      usages,
      section('card', message('Model card'), localCardBlocks(localCard, folder, reader)),
    ];
  if (!record) return [judgement, usages];
  return [
    judgement,
    usages,
    section('record', message('Record'), recordBlocks(record, reader)),
    section('bases', message('Made from'), baseModelBlocks(input.bases, record, reader)),
    section('card', message('Model card'), [
      ...cardBlocks(record, reader),
      ...evidenceBlocks(input.cardText, reader),
    ]),
    section('reuse', message('Use by others'), reuseBlocks(record, reader)),
    section('alternatives', message('Alternatives'), alternativeBlocks(input, reader)),
  ];
}

import { isLicenseStated } from '../db/record';
import type { UsedModel } from '../inventory/types';
import type { JudgementKind } from '../licenses/judgement';
import { type Message, message } from '../shared/message';

/** What a reader wants to know of a model first: the judgement, or why there is none. */
export type ModelStatus = JudgementKind | 'no-license' | 'not-in-catalog' | 'local';

/** How a status looks wherever it is shown. */
export interface StatusLook {
  /** Name of a codicon. */
  readonly icon: string;
  /** Theme colour of the icon, or null for the text's. */
  readonly color: string | null;
  /** Higher is worse. */
  readonly rank: number;
  /** Short, for lists. */
  readonly label: Message;
}

/** One look a status; no two share an icon. */
export const statusLooks: Readonly<Record<ModelStatus, StatusLook>> = {
  local: { icon: 'folder', color: null, rank: 0, label: message('local model') },
  compatible: { icon: 'pass', color: 'testing.iconPassed', rank: 1, label: message('fits') },
  conditional: { icon: 'info', color: 'editorInfo.foreground', rank: 2, label: message('fits, with duties') },
  'not-in-catalog': { icon: 'search-stop', color: null, rank: 3, label: message('not in the catalogue') },
  unknown: { icon: 'question', color: null, rank: 4, label: message('fit unknown') },
  'no-license': {
    icon: 'circle-slash',
    color: 'editorInfo.foreground',
    rank: 5,
    label: message('no licence declared'),
  },
  restricted: { icon: 'warning', color: 'editorWarning.foreground', rank: 6, label: message('restricted') },
  incompatible: { icon: 'error', color: 'editorError.foreground', rank: 7, label: message('does not fit') },
};

/** The status of a model in its usage. */
export function statusOf({ lookup, judgement }: UsedModel): ModelStatus {
  if (lookup.answer === 'no-license' && !isLicenseStated(lookup.record)) return 'unknown';
  if (lookup.answer !== 'found') return lookup.answer;
  return judgement?.kind ?? 'unknown';
}

/** The worst of several statuses, null of none. */
export function worstStatus(statuses: Iterable<ModelStatus>): ModelStatus | null {
  let worst: ModelStatus | null = null;
  for (const status of statuses) {
    if (worst === null || statusLooks[status].rank > statusLooks[worst].rank) worst = status;
  }
  return worst;
}

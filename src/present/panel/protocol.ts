/** What the extension and its webviews say to each other. What comes from a webview is checked here before it is believed. */
import type { Hub } from '../../shared/hub';
import type { Position } from '../../shared/positions';
import type { FlowPage } from '../flow/page';
import type { SqlPage, SqlResult } from '../sql/page';
import type { ModelAct, Page, PanelAction } from './page';

/** What a webview remembers, so that its panel can be opened again in the next session. */
export interface PanelState {
  readonly id: string;
  readonly hub: Hub;
}

/** From the extension. */
export type ToPanel =
  | { readonly kind: 'page'; readonly page: Page; readonly state: PanelState | null }
  | { readonly kind: 'flow'; readonly flow: FlowPage }
  | { readonly kind: 'sql'; readonly sql: SqlPage }
  | { readonly kind: 'result'; readonly result: SqlResult };

/** From a webview. */
export type FromPanel =
  /** It listens now. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'action'; readonly action: PanelAction }
  /** Save a picture: the text of an SVG, or a PNG in base64. */
  | { readonly kind: 'save'; readonly format: 'svg' | 'png'; readonly data: string }
  | { readonly kind: 'run'; readonly sql: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'copy'; readonly text: string };

const hubs: ReadonlySet<unknown> = new Set<Hub>(['huggingface', 'pytorch', 'tensorflow', 'other']);
const modelActs: ReadonlySet<unknown> = new Set<ModelAct>([
  'openModel',
  'openHubPage',
  'lookUpModel',
  'copyId',
  'showUsages',
]);

/** Reads what a webview sent; null when it is none of the above. */
export function readFromPanel(value: unknown): FromPanel | null {
  if (!isObject(value)) return null;
  switch (value['kind']) {
    case 'ready':
    case 'stop':
      return { kind: value['kind'] };
    case 'action': {
      const action = readAction(value['action']);
      return action && { kind: 'action', action };
    }
    case 'save':
      return typeof value['data'] === 'string' && (value['format'] === 'svg' || value['format'] === 'png')
        ? { kind: 'save', format: value['format'], data: value['data'] }
        : null;
    case 'run':
      return typeof value['sql'] === 'string' ? { kind: 'run', sql: value['sql'] } : null;
    case 'copy':
      return typeof value['text'] === 'string' ? { kind: 'copy', text: value['text'] } : null;
    default:
      return null;
  }
}

/** Reads what a webview remembered; null when it is no model. */
export function readState(value: unknown): PanelState | null {
  if (!isObject(value) || typeof value['id'] !== 'string' || !isHub(value['hub'])) return null;
  return { id: value['id'], hub: value['hub'] };
}

function readAction(value: unknown): PanelAction | null {
  if (!isObject(value)) return null;
  const {
    do: act,
    id,
    hub,
    folder,
    place,
  } = value as Readonly<Record<string, unknown>> & {
    readonly do?: unknown;
    readonly id?: unknown;
    readonly hub?: unknown;
    readonly folder?: unknown;
    readonly place?: unknown;
  };
  if (modelActs.has(act) && typeof id === 'string' && isHub(hub)) return { do: act as ModelAct, id, hub };
  if (act !== 'openPlace' || typeof folder !== 'string' || !isObject(place)) return null;
  const { file, cell, range } = place as { file?: unknown; cell?: unknown; range?: unknown };
  if (typeof file !== 'string' || !(cell === null || isCount(cell)) || !isObject(range)) return null;
  const start = readPosition(range['start']);
  const end = readPosition(range['end']);
  return start && end && { do: act, folder, place: { file, cell, range: { start, end } } };
}

function readPosition(value: unknown): Position | null {
  if (!isObject(value)) return null;
  const { line, column } = value as { line?: unknown; column?: unknown };
  return isCount(line) && isCount(column) ? { line, column } : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isHub(value: unknown): value is Hub {
  return hubs.has(value);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

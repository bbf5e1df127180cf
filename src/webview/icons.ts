import type { ModelStatus } from '../present/modelStatus';
import { svgElement } from './dom';

const disc = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z';
const ring = `${disc}m0 1.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4Z`;

/** One shape for each status, on a square of 16: they differ without their colours. */
export const statusShapes: Readonly<Record<ModelStatus, string>> = {
  compatible: `${disc}M6.9 11.2 3.7 8l1.1-1.1 2.1 2.1 4.3-4.3 1.1 1.1Z`,
  conditional: `${disc}M7.1 4h1.8v1.7H7.1Zm0 2.9h1.8V12H7.1Z`,
  restricted: 'M8 1.2 15.6 14.6H.4ZM7.2 6h1.6v4.4H7.2Zm0 5.3h1.6v1.6H7.2Z',
  incompatible: `${disc}M5.4 4.3 8 6.9l2.6-2.6 1.1 1.1L9.1 8l2.6 2.6-1.1 1.1L8 9.1l-2.6 2.6-1.1-1.1L6.9 8 4.3 5.4Z`,
  unknown: `${ring}M7.3 10.5h1.4v1.4H7.3ZM5.5 6.4C5.5 4.9 6.6 4 8 4s2.5.9 2.5 2.2c0 1.7-1.8 1.8-1.8 3.4H7.3c0-2.3 1.8-2.5 1.8-3.4 0-.6-.5-.9-1.1-.9s-1.1.4-1.1 1.1Z`,
  'no-license': `${ring}M3.5 11.6l8.1-8.1.9.9-8.1 8.1Z`,
  'not-in-catalog':
    'M6.5 1.3a5.2 5.2 0 1 0 3 9.5l3.9 3.9 1.2-1.2-3.9-3.9A5.2 5.2 0 0 0 6.5 1.3Zm0 1.5a3.7 3.7 0 1 1 0 7.4 3.7 3.7 0 0 1 0-7.4Z',
  local: 'M1.3 2.8h4.9l1.4 1.6h7.1v8.8H1.3Zm1.3 1.3v7.8h10.8V5.7H7L5.6 4.1Z',
};

/** The icon of a status; the words beside it say the same, so a screen reader passes it over. */
export function statusIcon(status: ModelStatus): SVGSVGElement {
  const shape = svgElement('path', { d: statusShapes[status], 'fill-rule': 'evenodd' });
  return svgElement(
    'svg',
    { viewBox: '0 0 16 16', class: `icon status-${status}`, 'aria-hidden': 'true', focusable: 'false' },
    shape,
  );
}

import { message } from '../shared/message';
import { type Counts, modelCount, resolutionLabels } from './counts';
import { statusLooks } from './modelStatus';
import { plainNumber } from './numbers';
import type { Reader } from './reader';

/** What the status bar shows. */
export interface StatusText {
  /** With `$(icon)`s of our own. */
  readonly text: string;
  /** Plain text, several lines. */
  readonly tooltip: string;
  /** For screen readers: no icons. */
  readonly spoken: string;
}

/** The status item: how many models, and the worst judgement among them. */
export function statusText(counts: Counts, scanning: boolean, reader: Reader): StatusText {
  const { localize } = reader;
  const icon = scanning ? '$(sync~spin)' : '$(layers)';
  const worst = counts.worst ? ` $(${statusLooks[counts.worst].icon})` : '';
  // A scan that has just begun has not found that there are none.
  const number = scanning && counts.usages === 0 ? '' : `${plainNumber(counts.models, reader)} `;
  const models = localize(modelCount(counts.models));
  const lines = [localize(message('PTM Lens: {0} loaded by this workspace', models))];
  const resolutions = resolutionLabels(counts).map(localize).join(', ');
  if (resolutions) lines.push(resolutions);
  if (counts.worst)
    lines.push(localize(message('Worst judgement: {0}', localize(statusLooks[counts.worst].label))));
  if (scanning) lines.push(localize(message('Scanning…')));
  return {
    text: `${icon} ${number}PTM${worst}`,
    tooltip: lines.join('\n'),
    spoken: lines.join('. '),
  };
}

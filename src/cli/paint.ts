import { styleText } from 'node:util';
import type { Paint } from '../report/table';

/** Colours for a terminal, plain text elsewhere. `NO_COLOR` is honoured. */
export function paintFor(terminal: boolean): Paint {
  if (!terminal || process.env['NO_COLOR']) return (_style, text) => text;
  return (style, text) => styleText(style, text);
}

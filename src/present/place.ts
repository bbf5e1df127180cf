import { type Message, message } from '../shared/message';
import type { Place } from '../shared/positions';
import { shown } from './shown';

/** A place as people write it: `train.py:12`, `lab.ipynb, cell 3, line 12`. Counted from 1. */
export function placeLabel({ file, cell, range }: Place): Message {
  const line = range.start.line + 1;
  const name = shown(file.slice(file.lastIndexOf('/') + 1), 80);
  if (cell === null) return message('{0}:{1}', name, line);
  return message('{0}, cell {1}, line {2}', name, cell + 1, line);
}

/** The place without its file: `line 12`. */
export function lineLabel({ cell, range }: Place): Message {
  const line = range.start.line + 1;
  return cell === null ? message('line {0}', line) : message('cell {0}, line {1}', cell + 1, line);
}

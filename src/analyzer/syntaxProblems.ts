import { message } from '../shared/message';
import type { Stretch } from './syntax';
import type { SourceText } from './text';
import type { FileProblem } from './usage';

/** Errors told of one file. */
const mostProblems = 20;
/** Characters of one error that are pointed at. */
const longest = 200;

/** Where a text makes no sense, for the user. */
export function syntaxProblems(source: SourceText, errors: readonly Stretch[]): FileProblem[] {
  return errors.slice(0, mostProblems).map(({ start, end }) => ({
    message: message('a syntax error; what stands around it is analysed'),
    place: source.place(start, Math.min(end, start + longest)),
  }));
}

import { comparePositions } from '../shared/positions';
import type { SourceText } from './text';
import type { Suppression } from './usage';

/** `# ptm-lens: ignore[rule-a, rule-b] reason`; without brackets every rule. */
const directive = /^(?:#|\/\/|\/\*)\s*ptm-lens:\s*ignore(?:\[([^\]]*)\])?(?![\w[-])\s*(.*?)\s*(?:\*\/)?$/s;

const mark = 'ptm-lens:';

/** A comment of the source, by its offsets. */
export interface CommentRange {
  readonly start: number;
  readonly end: number;
}

/** The suppressions among the comments of a source. */
export function readSuppressions(source: SourceText, comments: readonly CommentRange[]): Suppression[] {
  if (!source.text.includes(mark)) return [];
  return comments
    .flatMap(({ start, end }) => {
      const match = directive.exec(source.text.slice(start, end).trimEnd());
      if (!match) return [];
      const place = source.place(start, end);
      const rules = (match[1] ?? '').split(',').map((rule) => rule.trim());
      return [
        {
          place,
          line: silencedLine(source, start, place.range.start.line),
          rules: rules.filter((rule) => rule !== ''),
          reason: match[2] ?? '',
        },
      ];
    })
    .sort((a, b) => comparePositions(a.place.range.start, b.place.range.start));
}

/** What looks like a comment: whether it stands in a string does not matter to a suppression. */
export function commentsLike(text: string): CommentRange[] {
  return [...text.matchAll(/(?<![^\s])(?:#|\/\/)[^\r\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Its own line when code stands before it, else the next line with code. */
function silencedLine(source: SourceText, start: number, line: number): number {
  const before = source.lineBefore(start);
  if (before.trim() !== '') return line;
  let next = line + 1;
  for (const text of source.linesAfter(start)) {
    if (text.trim() !== '' && !/^\s*(#|\/\/)/.test(text)) return next;
    next++;
  }
  return line + 1;
}

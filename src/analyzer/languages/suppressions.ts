import type { SourceText } from '../text';
import type { Suppression } from '../usage';

const comment = /(^|[^\S\n])(#|\/\/)[ \t]*ptm-lens:[ \t]*ignore(?:\[([^\]\n]*)\])?[ \t]*([^\r\n]*)/gm;

/** The `ptm-lens: ignore[rule] reason` comments of a text; one that stands alone silences the next line of code. */
export function suppressionsIn(source: SourceText): Suppression[] {
  return [...source.text.matchAll(comment)].map((match) => {
    const start = match.index + (match[1] ?? '').length;
    const place = source.place(start, match.index + match[0].length);
    const before = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
    const rules = (match[3] ?? '').split(',').map((rule) => rule.trim());
    return {
      place,
      line: place.range.start.line + (before.trim() === '' ? linesToCode(source.text, start) : 0),
      rules: rules.filter((rule) => rule !== ''),
      reason: (match[4] ?? '').trim(),
    };
  });
}

/** How many lines below the comment at `start` the next line stands that is neither blank nor a comment. */
function linesToCode(text: string, start: number): number {
  const lines = text.slice(start).split('\n').slice(1);
  const code = lines.findIndex((line) => !/^\s*(#|\/\/|$)/.test(line));
  return code < 0 ? 1 : code + 1;
}

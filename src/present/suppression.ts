import type { RuleId } from '../rules/finding';

/** A line to insert, and before which line (zero-based). */
export interface Insertion {
  readonly line: number;
  readonly text: string;
}

/** The characters that begin a comment, by VS Code's language id. */
const commentMarks: Readonly<Record<string, string>> = {
  python: '#',
  yaml: '#',
  toml: '#',
  shellscript: '#',
  dockerfile: '#',
  'pip-requirements': '#',
  javascript: '//',
  javascriptreact: '//',
  typescript: '//',
  typescriptreact: '//',
};

/**
 * The comment that silences a rule on a line: on a line of its own above it, indented alike. Null where no comment
 * can stand: the language has none, or the line above goes on in this one with a backslash.
 */
export function suppressionAbove(
  rule: RuleId,
  line: number,
  lineText: (line: number) => string,
  language: string,
): Insertion | null {
  const mark = commentMarks[language];
  if (
    !mark ||
    (line > 0 &&
      lineText(line - 1)
        .trimEnd()
        .endsWith('\\'))
  )
    return null;
  const indent = /^\s*/.exec(lineText(line))?.[0] ?? '';
  return { line, text: `${indent}${mark} ptm-lens: ignore[${rule}]\n` };
}

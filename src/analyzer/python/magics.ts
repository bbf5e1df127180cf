import type { SourceCell } from '../source';

/** Cell magics (`%%time`) after which the rest of the cell is still Python. Any other one hands the cell to another program. */
const pythonCellMagics = /^%%(time|timeit|capture|prun|python3?|python2|pypy|px|debug)\b/;

/** Line magics (`%time x = f()`) whose argument is Python that runs in the notebook. */
const pythonLineMagic = /^(%time(?:it)?|%prun|%memit)(?=\s+[A-Za-z_(])/;

/** A line that IPython does not hand to Python: `%magic`, `!shell`, `?help`, `help??`. `% name` goes on with an expression. */
const otherLine = /^(%%?[A-Za-z_]|!|\?|[A-Za-z_][\w.]*\?\??\s*$)/;

/** `x = !ls` and `x = %magic`: the name is bound to something that is not known. */
const assigned = /^([A-Za-z_][\w, ]*=\s*)([!%])/;

/** Any of these in a text; most have none. */
const anyMagic = /^[ \t]*(?:%|!|\?|[A-Za-z_][\w.]*\?|[A-Za-z_][\w, ]*=\s*[!%])/m;

/** What a script that was a notebook says of itself. */
const notebookScript = /^#\s*%%|^# Databricks notebook source/m;

/** Cell magics that hand the cell to a shell. */
const shellCellMagics = /^%%(?:bash|sh|zsh|system|sx|script\s+(?:bash|sh)|!)[^\r\n]*/;

/** What stands before a command: `!`, or a magic that is one; of `%pip` the command is the magic's own name. */
const beforeCommand = /^(?:!!?|%(?:sx|system)\b|%(?=(?:pip|conda|mamba|uv)\b))\s*/;

/** `%env NAME=value` sets a variable that commands see. */
const beforeVariable = /^%(?:env|set_env)\s+(?=[A-Za-z_]\w*=)/;

/** A cell of another language in a script of Databricks: lines behind a mark. */
const databricksCell = /^# MAGIC\b[^\r\n]*(?:\r?\n# MAGIC\b[^\r\n]*)*/gm;
const databricksCommand = /^(# MAGIC[ \t]+(?:!|%(?=pip\b)))[^\r\n]*/gm;

/** Code for a shell in a cell; offsets are those of the cell's text. */
export interface ShellPart {
  readonly start: number;
  readonly end: number;
  /**
   * `line`: names of Python are filled in. `variable`: what it sets holds for all that follow. `comments`: its lines stand
   * behind the mark of Databricks.
   */
  readonly kind: 'cell' | 'line' | 'variable' | 'comments';
}

/**
 * A cell's text with IPython's own lines made harmless. Length and line breaks stay, so that every position holds: a magic
 * becomes a comment, one that runs Python a statement before it. A cell for another program (`%%bash`) becomes empty lines.
 */
export function skipMagics({ cell, text }: SourceCell): string {
  if (!hasMagics(cell, text)) return text;
  return isForOther(cell, text) ? text.replace(/[^\r\n]/g, ' ') : new MagicLines().skip(text);
}

/** The parts of a cell that are for a shell. */
export function shellParts({ cell, text }: SourceCell): readonly ShellPart[] {
  if (!hasMagics(cell, text)) return [];
  if (isForOther(cell, text)) {
    const indent = text.length - text.trimStart().length;
    const magic = shellCellMagics.exec(text.slice(indent))?.[0];
    return magic === undefined ? [] : [{ start: indent + magic.length, end: text.length, kind: 'cell' }];
  }
  const lines = new MagicLines();
  lines.skip(text);
  return cell === null
    ? [...lines.shell, ...databricksParts(text)].sort((a, b) => a.start - b.start)
    : lines.shell;
}

/** The cells of a Databricks script that are for a shell, and the lines of others that are commands. */
function databricksParts(text: string): ShellPart[] {
  if (!text.startsWith('# Databricks notebook source')) return [];
  return [...text.matchAll(databricksCell)].flatMap((cell): ShellPart[] => {
    const shell = /^# MAGIC[ \t]+%sh\b[^\r\n]*/.exec(cell[0])?.[0];
    if (shell !== undefined)
      return [{ start: cell.index + shell.length, end: cell.index + cell[0].length, kind: 'comments' }];
    return [...cell[0].matchAll(databricksCommand)].map((line) => {
      const start = cell.index + line.index;
      return { start: start + (line[1]?.length ?? 0), end: start + line[0].length, kind: 'line' };
    });
  });
}

/** A plain script has magics only if it was a notebook. The pattern goes through the whole text: most need no look by it. */
function hasMagics(cell: number | null, text: string): boolean {
  if (cell !== null) return anyMagic.test(text);
  return (text.includes('%%') || text.includes('# Databricks')) && notebookScript.test(text);
}

function isForOther(cell: number | null, text: string): boolean {
  const first = text.trimStart();
  return cell !== null && /^%%[A-Za-z!]/.test(first) && !pythonCellMagics.test(first);
}

/** Goes through a text line by line, minding what is open from the line before. */
class MagicLines {
  readonly shell: ShellPart[] = [];
  /** The triple quote that is open: a `%` in a text is no magic. */
  private quote: string | null = null;
  /** A shell line ended in `\`: the next one belongs to it. */
  private continued = false;

  skip(text: string): string {
    return text.replace(/[^\r\n]+/g, (line, start: number) => this.line(line, start));
  }

  private line(line: string, start: number): string {
    const skipped = this.continued ? comment(line) : this.quote === null ? skipLine(line) : line;
    if (skipped === line) this.quote = tripleQuoteAfter(line, this.quote);
    else this.noteShell(line, start);
    this.continued = skipped !== line && /\\\s*$/.test(line);
    return skipped;
  }

  private noteShell(line: string, start: number): void {
    const end = start + line.length;
    const last = this.shell.at(-1);
    if (this.continued && last) {
      this.shell[this.shell.length - 1] = { ...last, end };
      return;
    }
    const at = line.length - line.trimStart().length + (assigned.exec(line.trimStart())?.[1]?.length ?? 0);
    const command = beforeCommand.exec(line.slice(at))?.[0];
    const variable = beforeVariable.exec(line.slice(at))?.[0];
    if (command !== undefined) this.shell.push({ start: start + at + command.length, end, kind: 'line' });
    else if (variable !== undefined)
      this.shell.push({ start: start + at + variable.length, end, kind: 'variable' });
  }
}

function skipLine(line: string): string {
  const code = line.trimStart();
  const indent = line.slice(0, line.length - code.length);
  const runsPython = pythonLineMagic.exec(code)?.[1];
  if (runsPython) return `${indent}pass;${' '.repeat(runsPython.length - 5)}${code.slice(runsPython.length)}`;
  // In a block of its own a comment would leave the block empty.
  if (otherLine.test(code))
    return indent && code.length >= 4 ? `${indent}pass${comment(code.slice(4))}` : indent + comment(code);
  const bound = assigned.exec(code);
  return bound ? `${indent}${bound[1]}_${comment(code.slice((bound[1]?.length ?? 0) + 1))}` : line;
}

function comment(code: string): string {
  return code === '' ? '' : `#${code.slice(1)}`;
}

function tripleQuoteAfter(line: string, open: string | null): string | null {
  for (const [quote] of line.matchAll(/"""|'''/g)) {
    if (open === null) open = quote;
    else if (open === quote) open = null;
  }
  return open;
}

/** Cell magics (`%%time`) after which the rest of the cell is still Python. Any other one hands the cell to another program. */
const pythonCellMagics = /^%%(time|timeit|capture|prun|python3?|python2|pypy|px|debug)\b/;

/** Line magics (`%time x = f()`) whose argument is Python that runs in the notebook. */
const pythonLineMagic = /^(%time(?:it)?|%prun|%memit)(?=\s+[A-Za-z_(])/;

/** A line that IPython does not hand to Python: `%magic`, `!shell`, `?help`. `% name` goes on with an expression. */
const otherLine = /^(%%?[A-Za-z_]|!|\?)/;

/** `x = !ls` and `x = %magic`: the name is bound to something that is not known. */
const assigned = /^([A-Za-z_][\w, ]*=\s*)([!%])/;

/** Any of these in a text; most have none. */
const anyMagic = /^[ \t]*(?:%|!|\?|[A-Za-z_][\w, ]*=\s*[!%])/m;

/** What a script that was a notebook says of itself. */
const notebookScript = /^#\s*%%|^# Databricks notebook source/m;

/**
 * A cell's text with IPython's own lines made harmless. Length and line breaks stay, so that every position holds: a magic
 * becomes a comment, one that runs Python a statement before it. A cell for another program (`%%bash`) becomes empty lines.
 */
export function skipMagics(text: string): string {
  if (!anyMagic.test(text)) return text;
  const first = text.trimStart();
  if (/^%%[A-Za-z!]/.test(first) && !pythonCellMagics.test(first)) return text.replace(/[^\r\n]/g, ' ');
  return new MagicLines().skip(text);
}

/** The same for a plain script; one that was never a notebook has no magics. */
export function skipScriptMagics(text: string): string {
  return notebookScript.test(text) ? new MagicLines().skip(text) : text;
}

/** Goes through a text line by line, minding what is open from the line before. */
class MagicLines {
  /** The triple quote that is open: a `%` in a text is no magic. */
  private quote: string | null = null;
  /** A shell line ended in `\`: the next one belongs to it. */
  private continued = false;

  skip(text: string): string {
    return text.replace(/[^\r\n]+/g, (line) => this.line(line));
  }

  private line(line: string): string {
    const skipped = this.continued ? comment(line) : this.quote === null ? skipLine(line) : line;
    if (skipped === line) this.quote = tripleQuoteAfter(line, this.quote);
    this.continued = skipped !== line && /\\\s*$/.test(line);
    return skipped;
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

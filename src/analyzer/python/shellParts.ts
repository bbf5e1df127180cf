/** The models that the shell code of a notebook fetches: `!hf download owner/name`, `%%bash` cells. */
import { usageOf } from '../languages/mention';
import { shellMentions } from '../languages/shell/mentions';
import { type Expansion, type ShellText, ShellVariables } from '../languages/shell/variables';
import { filler, readCommands } from '../languages/shell/words';
import type { SourceDocument } from '../source';
import { commentsLike, readSuppressions } from '../suppressions';
import { SourceText } from '../text';
import type { Suppression, Usage } from '../usage';
import type { Here } from './evaluator';
import { moduleMember } from './imports';
import { type ShellPart, shellParts } from './magics';
import { lookUp } from './names';
import type { Values } from './values';

/** What the shell code of a document says. */
export interface ShellFacts {
  readonly usages: readonly Usage[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Reads the shell code of a document; null when it has none.
 * @param here where names of Python that a line fills in are looked up; asked for only if one does
 * @param isModelFolder whether a path is known to hold a model
 */
export function shellFacts(
  document: SourceDocument,
  here: () => Here,
  isModelFolder: (path: string) => boolean,
): ShellFacts | null {
  const parts = document.cells.map(shellParts);
  if (parts.every(({ length }) => length === 0)) return null;
  const cells = document.cells.map(({ cell, text }, index) => ({
    cell,
    text: shellCode(text, parts[index] ?? []),
  }));
  const source = new SourceText(document.path, cells);
  const kept = new ShellVariables();
  const mentions = parts.flatMap((inCell, index) =>
    inCell.flatMap(({ kind, start, end }) => {
      const [from, to] = [start, end].map((at) => source.startOf(index) + at) as [number, number];
      const names = (name: string) =>
        kept.valueOf(name) ?? (kind === 'line' ? pythonName(name, from, here()) : null);
      const commands = readCommands(source.text, from, to);
      if (kind === 'variable') for (const command of commands) kept.note(command);
      return shellMentions(source.text, commands, new ShellVariables(names));
    }),
  );
  return {
    usages: mentions.map((mention) => usageOf(source, mention, isModelFolder)),
    suppressions: readSuppressions(source, commentsLike(source.text)),
  };
}

/** A cell's text with blanks for all that is no shell code; what a line fills in from Python is a variable. */
function shellCode(text: string, parts: readonly ShellPart[]): string {
  let code = '';
  for (const { start, end, kind } of parts) {
    const own = text.slice(start, end);
    code += text.slice(code.length, start).replace(/[^\r\n]/g, ' ') + laidOut(own, kind);
  }
  return code + text.slice(code.length).replace(/[^\r\n]/g, ' ');
}

function laidOut(own: string, kind: ShellPart['kind']): string {
  if (kind === 'comments') return own.replace(/^# MAGIC/gm, '       ');
  return kind === 'line' ? filledIn(own) : own;
}

/** `{name}` as `$name`, any other expression as something unknown; the length stays. */
function filledIn(code: string): string {
  return code
    .replace(/'\{([A-Za-z_]\w*)\}'/g, `"$$$1${filler}"`)
    .replace(/(?<!\$)\{([A-Za-z_]\w*)\}/g, `$$$1${filler}`)
    .replace(/(?<!\$)\{[^{}\s]+\}/g, (expression) => `$?${filler.repeat(expression.length - 2)}`);
}

/** What a name of the notebook holds where a line fills it in; null when there is no such name. */
function pythonName(name: string, offset: number, here: Here): Expansion | null {
  const { evaluator, module } = here;
  if (!module.index.module.bindings.has(name)) return null;
  evaluator.startUsage(1);
  const next = module.syntax.root.children.find(
    ({ start, type }) => start >= offset && !type.endsWith('_definition'),
  );
  return expansionOf(name, next ? lookUp(name, next, here) : moduleMember(module, [], name, here), here);
}

function expansionOf(name: string, values: Values, { module }: Here): Expansion {
  const texts = values.flatMap((value): ShellText[] => {
    if (value.kind !== 'text') return [];
    const { text, literal } = value;
    return [
      literal?.source === module.source ? { text, start: literal.start, end: literal.end } : composed(text),
    ];
  });
  return texts.length > 0 ? { texts } : { unknown: name };
}

function composed(text: string): ShellText {
  return { text, start: null, end: 0 };
}

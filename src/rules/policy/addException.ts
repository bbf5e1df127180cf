import { applyEdits, modify, type ParseError, parseTree, findNodeAtLocation } from 'jsonc-parser';
import { parse } from 'smol-toml';
import type { RuleId } from '../finding';

/** An exception that a user asks for; the reason is theirs to write. */
export interface NewException {
  readonly rule: RuleId;
  readonly model: string;
  readonly reason: string;
  /** ISO date of the last day it holds. */
  readonly expires: string;
}

/** A replacement of `length` characters at `offset`. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The changes of a policy's text, and where the reason stands once they are made. */
export interface AddedException {
  readonly changes: readonly TextChange[];
  readonly reason: { readonly offset: number; readonly length: number };
}

/**
 * Adds an exception to the text of a policy file; comments and everything else stay as they are. Empty text is a new file. Null when
 * the text has mistakes of its own, or states its exceptions in a way that cannot be added to.
 */
export function addException(file: string, text: string, exception: NewException): AddedException | null {
  const changes = file.endsWith('.toml') ? tomlChanges(text, exception) : jsonChanges(text, exception);
  if (!changes) return null;
  const after = applyEdits(
    text,
    changes.map(({ offset, length, text: content }) => ({ offset, length, content })),
  );
  const reason = JSON.stringify(exception.reason).slice(1, -1);
  return { changes, reason: { offset: after.lastIndexOf(reason), length: reason.length } };
}

function jsonChanges(text: string, { rule, model, reason, expires }: NewException): TextChange[] | null {
  const value = { model, rule, reason, expires };
  if (text.trim() === '')
    return [
      { offset: 0, length: text.length, text: `${JSON.stringify({ exceptions: [value] }, null, 2)}\n` },
    ];
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const list = tree && findNodeAtLocation(tree, ['exceptions']);
  if (errors.length > 0 || tree?.type !== 'object' || (list && list.type !== 'array')) return null;
  const edits = modify(text, ['exceptions', -1], value, {
    isArrayInsertion: true,
    formattingOptions: formatOf(text),
  });
  return edits.map(({ offset, length, content }) => ({ offset, length, text: content }));
}

/** The file's own way to indent and to end lines. */
function formatOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A table of the list at the end of the file; TOML lets such tables stand anywhere, but not beside a list in brackets. */
function tomlChanges(text: string, exception: NewException): TextChange[] | null {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const { model, rule, reason, expires } = exception;
  const rows = Object.entries({ model, rule, reason, expires });
  // JSON's strings are TOML's basic strings.
  const lines = rows.map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
  const block = ['[[tool.ptm-lens.exceptions]]', ...lines, ''].join(eol);
  const gap = text.trim() === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  const change = { offset: text.length, length: 0, text: gap + block };
  try {
    parse(text + change.text);
    return [change];
  } catch {
    return null;
  }
}

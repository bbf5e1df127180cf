import { applyEdits, findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
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
  const { unit, eol } = layoutOf(text);
  const lines = (written: unknown, depth: number) =>
    JSON.stringify(written, null, unit).replaceAll('\n', eol + unit.repeat(depth));
  if (text.trim() === '') {
    const whole = lines({ exceptions: [value] }, 0) + eol;
    return [{ offset: 0, length: text.length, text: whole }];
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== 'object') return null;
  const list = findNodeAtLocation(root, ['exceptions']);
  if (!list) return appended(text, root, `"exceptions": ${lines([value], 1)}`, unit, eol);
  return list.type === 'array' ? appended(text, list, lines(value, 2), unit.repeat(2), eol) : null;
}

/** Puts one more entry behind the last of an object or a list; a comment behind that one stays with it. */
function appended(text: string, parent: Node, entry: string, indent: string, eol: string): TextChange[] {
  const insert = (offset: number, put: string) => ({ offset, length: 0, text: put });
  const line = eol + indent + entry;
  const last = parent.children?.at(-1);
  if (!last) return [insert(parent.offset + 1, line + eol + indent.slice(0, indent.length / 2))];
  const end = last.offset + last.length;
  const [rest, comma] =
    /^[ \t]*(,?)[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(text.slice(end)) ?? [];
  if (rest === undefined || rest === '') return [insert(end, `,${line}`)];
  return comma === ','
    ? [insert(end + rest.length, `${line},`)]
    : [insert(end, ','), insert(end + rest.length, line)];
}

/** The file's own way to indent and to end lines. */
function layoutOf(text: string): { readonly unit: string; readonly eol: string } {
  return {
    unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ',
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

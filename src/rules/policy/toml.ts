import { parse, TomlError } from 'smol-toml';
import { message } from '../../shared/message';
import { type LocatedValue, placeOf } from './located';
import { policyFinding } from './policyFinding';
import type { Path } from './schema';

/** Reads `[tool.ptm-lens]`. Null when the file has no such table; a file that is not TOML is told only when it means to hold one. */
export function readToml(file: string, text: string): LocatedValue | null {
  const place = (path: Path) => keyPlace(file, text, path);
  try {
    const root = parse(text) as { tool?: { 'ptm-lens'?: unknown } };
    const value = root.tool?.['ptm-lens'];
    return value === undefined ? null : { value, findings: [], place };
  } catch (error) {
    const start = text.search(/^\s*\[+\s*tool\.ptm-lens/m);
    if (start < 0 || !(error instanceof TomlError)) return null;
    const before = text.split('\n').slice(0, error.line - 1);
    const offset = before.reduce((sum, line) => sum + line.length + 1, 0);
    const reason = error.message.split('\n')[0] ?? '';
    const finding = policyFinding(
      message('this is not TOML ({0}); the defaults apply', reason),
      placeOf(file, text, offset, 0),
    );
    return { value: {}, findings: [finding], place };
  }
}

/** The parser keeps no places: the key is looked for behind the header of its table. */
function keyPlace(file: string, text: string, path: Path) {
  const names = path.filter((part) => typeof part === 'string');
  const start = Math.max(0, text.search(/^\s*\[+\s*tool\.ptm-lens/m));
  let offset = start;
  let length = 0;
  for (const name of names) {
    const found = new RegExp(`(?<![\\w-])${escapeRegExp(name)}(?![\\w-])`).exec(text.slice(offset));
    if (!found) break;
    offset += found.index;
    length = name.length;
  }
  return placeOf(file, text, offset, length);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

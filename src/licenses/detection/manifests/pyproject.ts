/** https://packaging.python.org/en/latest/specifications/pyproject-toml/ (PEP 621, PEP 639), and Poetry's table. */
import { parse } from 'smol-toml';
import { classified, type Declared, declares, lineOf, type ManifestReader, table } from '../declared';

export const readPyproject: ManifestReader = (text) => {
  const root = parsed(text);
  const project = table(root['project']);
  const poetry = table(table(root['tool'])['poetry']);
  const line = lineOf(text, /^[ \t]*license\b/m);
  const named = [...licenseField(project['license'], line), ...declares(project['license-expression'], line)];
  const fields = named.length > 0 ? named : declares(poetry['license'], line);
  if (fields.length > 0) return fields;
  const classifiers = [project['classifiers'], poetry['classifiers']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return classified(classifiers, (classifier) =>
    Math.max(0, text.slice(0, text.indexOf(classifier)).split('\n').length - 1),
  );
};

/** A string (PEP 639), or a table whose `text` names the licence or holds it (PEP 621). */
function licenseField(value: unknown, line: number): Declared[] {
  if (typeof value === 'string') return declares(value, line);
  const text = table(value)['text'];
  // A whole text in the manifest is left to the LICENSE file beside it.
  return typeof text === 'string' && text.length < 300 ? declares(text, line) : [];
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return parse(text);
  } catch {
    return {};
  }
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json#license */
import { parse } from 'jsonc-parser';
import { join } from '../../expression';
import { asName, parsedExpression } from '../../names/parse';
import { type Declared, declares, lineOf, type ManifestReader, table } from '../declared';

export const readPackageJson: ManifestReader = (text) => {
  const root = table(parsed(text));
  const line = lineOf(text, /"licen[cs]es?"\s*:/);
  const license = root['license'] ?? root['licence'];
  if (license === 'UNLICENSED') return [{ license: { kind: 'license', id: 'proprietary' }, line }];
  const single = declares(license ?? undefined, line);
  if (single.length > 0) return single;
  const listed = [license, ...(Array.isArray(root['licenses']) ? root['licenses'] : [])];
  return choice(listed.flatMap((one: unknown) => declares(table(one)['type'] ?? one, line)));
};

/** The old list of licences was one to choose from. */
function choice(declared: readonly Declared[]): readonly Declared[] {
  const [first, ...others] = declared;
  if (!first || others.length === 0) return declared;
  const parts = declared.map(({ license }) =>
    'id' in license
      ? { license: license.id, exception: null }
      : 'text' in license
        ? parsedExpression(license.text)
        : null,
  );
  if (!parts.every((part) => part !== null)) return [first];
  return [{ ...first, license: asName(join('or', parts)) }];
}

/** The parser recurses, so brackets nested without end exhaust the stack. */
function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

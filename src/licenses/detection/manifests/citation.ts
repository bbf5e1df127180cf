/** https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md: several licences are a choice. */
import { parse } from 'yaml';
import { join } from '../../expression';
import { asName, parsedExpression } from '../../names/parse';
import { declares, lineOf, type ManifestReader, table } from '../declared';

export const readCitation: ManifestReader = (text) => {
  const license = table(parsed(text))['license'];
  const line = lineOf(text, /^license\s*:/m);
  if (!Array.isArray(license)) return declares(license, line);
  const parts = license.map((one: unknown) => (typeof one === 'string' ? parsedExpression(one) : null));
  if (parts.length === 0 || !parts.every((part) => part !== null)) return [];
  return [{ license: asName(join('or', parts)), line }];
};

function parsed(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 10 });
  } catch {
    return null;
  }
}

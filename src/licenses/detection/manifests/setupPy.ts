/** setup.py is code and never run: the literal behind `license=` and the classifiers are read as text. */
import { classified, declares, lineOf, type ManifestReader } from '../declared';

const keyword = /^[^#\n]*\blicense(?:_expression)?\s*=\s*(['"])([^'"\n]+)\1/m;
const entry = /['"]license['"]\s*:\s*(['"])([^'"\n]+)\1/;

export const readSetupPy: ManifestReader = (text) => {
  const license = (keyword.exec(text) ?? entry.exec(text))?.[2];
  const fields = declares(license, lineOf(text, /\blicense(?:_expression)?\s*=\s*['"]|['"]license['"]\s*:/));
  if (fields.length > 0 && fields.some((field) => field.license.kind !== 'unrecognised')) return fields;
  const classifiers = [...text.matchAll(/^[^#\n]*['"](License ::[^'"\n]+)['"]/gm)].map(
    ([, classifier = '']) => classifier,
  );
  const named = classified(classifiers, () => lineOf(text, /['"]License ::/));
  return named.length > 0 ? named : fields;
};

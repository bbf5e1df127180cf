/** https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
import { classified, declares, lineOf, type ManifestReader } from '../declared';

export const readSetupCfg: ManifestReader = (text) => {
  const start = text.search(/^\[metadata\]/m);
  if (start < 0) return [];
  const rest = text.slice(start + 1);
  const end = rest.search(/^\[/m);
  const metadata = end < 0 ? rest : rest.slice(0, end);
  const license = /^license[ \t]*[=:][ \t]*([^\n\r]+)/m.exec(metadata)?.[1];
  const fields = license?.startsWith('file:') ? [] : declares(license, lineOf(text, /^license[ \t]*[=:]/m));
  if (fields.length > 0) return fields;
  const classifiers = [...metadata.matchAll(/^\s*(License ::[^\n\r]+)/gm)].map(([, classifier = '']) =>
    classifier.trim(),
  );
  return classified(classifiers, () => lineOf(text, /^[ \t]*License ::/m));
};

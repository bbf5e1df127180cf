/** https://reuse.software/spec-3.3/: only what holds for the whole folder says something of the project. */
import { parse } from 'smol-toml';
import { declares, lineOf, type ManifestReader, table } from '../declared';

const wholeFolder = new Set(['**', '*', './**']);

/** REUSE.toml */
export const readReuse: ManifestReader = (text) => {
  try {
    const annotations = parse(text)['annotations'];
    const whole = (Array.isArray(annotations) ? annotations : [])
      .map(table)
      .find(({ path }) => [path].flat().some((one) => wholeFolder.has(String(one))));
    const license = whole?.['SPDX-License-Identifier'];
    return declares(
      Array.isArray(license) ? license.join(' AND ') : license,
      lineOf(text, /SPDX-License-Identifier/),
    );
  } catch {
    return [];
  }
};

/** .reuse/dep5, the older form: paragraphs of a Debian copyright file. */
export const readDep5: ManifestReader = (text) => {
  const whole = text.split(/\n\s*\n/).find((paragraph) => /^Files:\s*\*\s*$/m.test(paragraph));
  return declares(/^License:[ \t]*(.+)$/m.exec(whole ?? '')?.[1], lineOf(text, /^License:/m));
};

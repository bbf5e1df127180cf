/**
 * Licences as people write them: "Apache License, Version 2.0", "GNU GPL 3.0 or later", "CC BY-NC-SA 4.0". Each pattern reads the
 * whole text after `simplify`, so that "not MIT" or a sentence that mentions MIT is not taken for it.
 */
import { allTerms, termsOf } from '../terms';
import { authorNames } from './authors';
import { spdxId } from './spdx';

type Reader = (match: RegExpExecArray) => string | null;

const creativeCommonsWords: readonly (readonly [RegExp, string])[] = [
  [/creative commons/g, 'cc'],
  [/attribution/g, 'by'],
  [/non ?commercial/g, 'nc'],
  [/no ?deriv(ative)?s?( works)?/g, 'nd'],
  [/share ?alike/g, 'sa'],
  [/\b(international|unported|generic|deed)\b/g, ''],
];

const patterns: readonly (readonly [RegExp, Reader])[] = [
  [/^apache(?: software)?(?: (\d(?:\.\d)?))?$/, ([, version]) => version2('Apache', version ?? '2.0')],
  [/^asl (\d(?:\.\d)?)$/, ([, version]) => version2('Apache', version)],
  [/^(?:the )?(?:mit|expat|mit expat|mit x ?11)$/, () => 'MIT'],
  [/^mit (?:no attribution|0)$/, () => 'MIT-0'],
  [/^(?:modified|new|revised) bsd$|^bsd (?:modified|new|revised)$/, () => 'BSD-3-Clause'],
  [/^(?:simplified|freebsd) bsd$|^bsd simplified$|^freebsd$/, () => 'BSD-2-Clause'],
  [/^original bsd$|^bsd original$/, () => 'BSD-4-Clause'],
  [/^(?:bsd )?([01234]) clause(?: bsd)?$/, ([, clauses]) => bsd(clauses)],
  [
    /^bsd ([01234])(?: clause)?(?: (?:new or revised|new|revised|simplified|original).*)?$/,
    ([, clauses]) => bsd(clauses),
  ],
  [/^bsd 3 clause clear$/, () => 'BSD-3-Clause-Clear'],
  [/^bsd$/, () => 'bsd'],
  [
    /^gnu( affero| lesser| library)?(?: (?:general )?public)?$/,
    ([, family]) => gnu(family, undefined, undefined),
  ],
  [
    /^(?:gnu )?(affero|lesser|library|a|l)? ?(?:gpl|general public|public)(?: v?(\d(?:\.\d)?))?( ?\+| or later| or any later version| or newer| only)?$/,
    ([, family, version, later]) => gnu(family, version, later),
  ],
  [/^gnu free documentation$|^fdl$|^gfdl$/, () => 'gfdl'],
  [
    /^(?:gnu )?(?:gfdl|fdl|free documentation) v?(\d\.\d)( or later)?$/,
    ([, v, l]) => spdxId(`GFDL-${v ?? ''}-${l ? 'or-later' : 'only'}`),
  ],
  [/^(?:mozilla public|mpl)(?: (\d(?:\.\d)?))?$/, ([, version]) => version2('MPL', version ?? '2.0')],
  [/^(?:eclipse public|epl)(?: (\d\.\d))?$/, ([, version]) => version2('EPL', version ?? '2.0')],
  [
    /^(?:european union public|eupl)(?: (\d\.\d))?$/,
    ([, version]) => (version ? spdxId(`EUPL-${version}`) : null),
  ],
  [/^academic free (\d\.\d)$/, ([, version]) => version2('AFL', version)],
  [/^artistic (\d\.\d)$/, ([, version]) => spdxId(`Artistic-${version ?? ''}`)],
  [/^boost(?: software)?(?: 1(?:\.0)?)?$/, () => 'BSL-1.0'],
  [/^isc$|^internet systems consortium$/, () => 'ISC'],
  [/^(?:the )?unlicense$/, () => 'Unlicense'],
  [/^do what the f.*$/, () => 'WTFPL'],
  [
    /^public domain cc ?(?:0|zero).*$|^cc ?(?:0|zero)(?: (?:1\.0|v?1))?(?: universal)?$|^cc zero.*$/,
    () => 'CC0-1.0',
  ],
  [
    /^(?:open data commons )?public domain dedication and(?: \d\.\d)?$|^public domain dedication and licen[cs]e.*$/,
    () => 'PDDL-1.0',
  ],
  [/^(?:in the )?public domain$/, () => 'public-domain'],
  [/^cc public domain dedication$/, () => 'CC0-1.0'],
  [/^cc$/, () => 'cc'],
  [
    /^cc ((?:by|nc|nd|sa)(?: (?:by|nc|nd|sa))*)(?: (\d\.\d)(?: [a-z]{2,3})?)?$/,
    ([, parts, version]) => creativeCommons(parts, version),
  ],
  [/^(by(?: (?:nc|nd|sa))*) (\d\.\d)$/, ([, parts, version]) => creativeCommons(parts, version)],
  [/^open database$|^odbl$|^open data commons open database.*$/, () => 'ODbL-1.0'],
  [/^open data commons (?:by|attribution)(?: 1(?:\.0)?)?$/, () => 'ODC-By-1.0'],
  [/^wordnet(?: \d\.\d)?$/, () => 'WordNet'],
  [/^python software foundation$|^psf$|^psfl$/, () => 'PSF-2.0'],
  [/^zlib(?: libpng)?$/, () => 'Zlib'],
  [/^(?:all rights reserved|proprietary|commercial|unlicensed|closed source)(?: .*)?$/, () => 'proprietary'],
  [
    /^(?:meta )?llama (\d(?:\.\d)?)(?: community)?(?: agreement)?$/,
    ([, version]) => named(`llama${version ?? ''}`),
  ],
  [/^gemma(?: terms(?: of use)?)?$/, () => 'gemma'],
  [/^(?:creativeml )?open ?rail\+\+ ?m$/, () => 'openrail++'],
  [/^computational use of data(?: 1(?:\.0)?)?$/, () => 'C-UDA-1.0'],
  [/^creativeml open ?rail m$/, () => 'creativeml-openrail-m'],
  [/^(?:bigscience (?:bloom )?|bloom )rail(?: 1\.0)?$/, () => 'bigscience-bloom-rail-1.0'],
  [/^bigscience open ?rail m$/, () => 'bigscience-openrail-m'],
  [/^bigcode open ?rail m(?: v?1)?$/, () => 'bigcode-openrail-m'],
];

/** The canonical name of a licence in free text, or null. An abbreviation in brackets may be the exacter name: "Public Domain (CC0)". */
export function fromFreeText(given: string): string | null {
  const text = given
    .replace(/^license(?: :: osi approved)? :: /i, '')
    .replace(/\((\d)[- ]clause\)/i, ' $1 clause')
    .replace(/\(>= ?(\d(?:\.\d)?)\)/, ' $1 or later');
  const bracketed = /\(([^()]+)\)/.exec(text)?.[1]?.trim() ?? '';
  const id = spdxId(bracketed) ?? (/^cc ?0/i.test(bracketed) ? 'CC0-1.0' : null);
  return id ?? read(text.replace(/\([^()]{1,14}\)/g, ' ')) ?? (bracketed === '' ? null : read(bracketed));
}

function read(text: string): string | null {
  const simple = simplify(text);
  for (const [pattern, reader] of patterns) {
    const match = pattern.exec(simple);
    if (match) return reader(match);
  }
  return fullNames.get(simple) ?? null;
}

/** Lower case, without punctuation, filler words ("the", "license", "version") and abbreviations in brackets. */
function simplify(text: string): string {
  let simple = text.toLowerCase().replace(/licence/g, 'license');
  simple = simple
    .replace(/\((?:[a-z]*gpl|[a-z]{2,6})(?:v?\d(?:\.\d)?\+?)?\)/g, ' ')
    .replace(/["'“”‘’()[\],;:_/-]/g, ' ');
  if (/^\s*(?:the )?(?:cc\b|creative commons|attribution)/.test(simple)) {
    for (const [words, short] of creativeCommonsWords) simple = simple.replace(words, short);
  }
  simple = simple.replace(
    /\b(?:the|licensed|under|license|licenses|licensing|agreement|family|version|ver|v\.)(?=\s|$)\.?/g,
    ' ',
  );
  simple = simple.replace(/\b(agpl|lgpl|gpl)/g, (name) =>
    name === 'gpl' ? 'gpl' : `${name.slice(0, 1)} gpl`,
  );
  simple = simple.replace(/([a-z])v?(\d+(?:\.\d+)?)/g, '$1 $2').replace(/\bv(?=\s?\d)/g, ' ');
  simple = simple.replace(/\bcc (0|zero)/g, 'cc0').replace(/\bllama (\d)/, 'llama $1');
  return simple
    .replace(/(\d\.\d)\.0\b/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .trim();
}

function version2(prefix: string, version: string | undefined): string | null {
  if (version === undefined) return null;
  return spdxId(`${prefix}-${version.includes('.') ? version : `${version}.0`}`);
}

function bsd(clauses: string | undefined): string | null {
  return clauses === '0' ? '0BSD' : spdxId(`BSD-${clauses ?? ''}-Clause`);
}

function gnu(
  family: string | undefined,
  version: string | undefined,
  later: string | undefined,
): string | null {
  const letter = /a/.test(family?.trim().slice(0, 1) ?? '') ? 'A' : family?.trim().startsWith('l') ? 'L' : '';
  if (version === undefined) return `${letter}gpl`.toLowerCase();
  const number = version.includes('.') ? version : `${version}.0`;
  const suffix = later === undefined || later.includes('only') ? 'only' : 'or-later';
  return spdxId(`${letter}GPL-${number}-${suffix}`);
}

function creativeCommons(parts: string | undefined, version: string | undefined): string | null {
  const words = new Set((parts ?? '').split(' '));
  const ordered = ['by', 'nc', 'nd', 'sa'].filter((word) => words.has(word));
  const family = ['cc', ...ordered].join('-');
  return version === undefined ? named(family) : spdxId(`${family}-${version}`);
}

function named(id: string): string | null {
  return termsOf(id) ? id : null;
}

/** The ids and full names of the terms table ("University of Illinois/NCSA Open Source License"), and what authors write for them. */
const fullNames: ReadonlyMap<string, string> = new Map([
  ...allTerms().map(({ id }) => [simplify(id), id] as const),
  ...Object.entries(authorNames).map(([name, id]) => [simplify(name), id] as const),
  ...allTerms().map(({ id, name }) => [simplify(name), id] as const),
]);

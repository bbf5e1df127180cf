/** Packages that are models: wheels and archives of spaCy pipelines, and requirements by their names. */
import { explosionPackages, peatmossPackages, scispacyPackages } from '../signatures/lists/spacyPackages';
import type { Mention } from './mention';

/** GitHub releases of Explosion and the archives of scispaCy carry the name in the file's name. */
const released = /\/([a-z]{2,3}_[a-z]\w*?)-\d+(?:\.\d+)+[\w.]*?(?:-py[\w.-]+\.whl|\.tar\.gz|\.zip)/g;
/** Repositories of the hub carry it in the address. */
const hosted =
  /https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)\/resolve\/[^/\s]+\/[\w.-]+?-(?:any|\d[\w.]*)-py[\w.-]+\.whl/g;

/** Pipelines with a name of spaCy's own pattern: no other package is named so. */
const core = /^[a-z]{2,3}_(?:core|dep|ent|sent|udv25|ner|ud)_\w+$/;
const packages = new Set(
  [...explosionPackages, ...peatmossPackages, ...scispacyPackages].filter((name) => core.test(name)),
);

/** The models whose wheels or archives stand between two offsets. */
export function wheelsIn(text: string, start: number, end: number): Mention[] {
  const part = text.slice(start, end);
  const onHub = [...part.matchAll(hosted)].map((match) => mention(match, start, start, end));
  if (onHub.length > 0) return onHub;
  const trusted = /github\.com\/explosion\/|scispacy|\/spacy[-_]?models?\//i.test(part);
  const found = [...part.matchAll(released)].filter((match) => trusted || packages.has(match[1] ?? ''));
  return found.slice(0, 1).map((match) => mention(match, start, start, end));
}

/** The model that a requirement names by its package: `en-core-web-sm==3.7.1`. */
export function packageIn(text: string, start: number, end: number): Mention[] {
  const match = /^\s*([A-Za-z]{2,3}[-_][\w-]+?)\s*(?:[=<>~!@;[]|$)/.exec(text.slice(start, end));
  const name = match?.[1];
  if (match === null || name === undefined || !packages.has(name.replaceAll('-', '_'))) return [];
  return [mention(match, start, start, end)];
}

function mention(match: RegExpExecArray, base: number, start: number, end: number): Mention {
  const name = match[1] ?? '';
  const at = base + match.index + match[0].indexOf(name);
  return {
    start,
    end,
    loader: 'pip install',
    library: 'spacy',
    hub: 'huggingface',
    part: 'weights',
    ids: [{ text: name.includes('/') ? name : name.replaceAll('-', '_'), start: at, end: at + name.length }],
    reason: null,
  };
}

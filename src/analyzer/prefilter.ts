/**
 * Whether a file may hold a usage, by its path and bytes alone, before it is decoded or parsed.
 *
 * Why no usage is lost. A usage is a call (or a bundle's name) whose callee is bound to a loader. Follow the callee back
 * through the file: it ends in the loader's own last name written in this file (as attribute, import, base class or in a
 * table), together with the library's root; or in a name that another module of the workspace hands on. In the first case
 * both words are in the file. In the second the loader's last name is in the file as well, unless the other module
 * hands it on under another name or, for a last name that is common (`load`), without its root. Those names are the
 * `exports` of the other file's facts: a host passes them as `handedOn`, and asks again about the files it had left out,
 * until no new name comes up.
 */
import { languageOf } from './document';
import { mayNameModel } from './languages/prefilter';
import { needlesOf } from './needles';
import { families } from './signatures/families';
import { WordFinder } from './words';

const needles = needlesOf(families);
const finder = new WordFinder(needles.words);

export function mayHoldUsage(path: string, bytes: Uint8Array, handedOn?: WordFinder): boolean {
  const language = languageOf(path);
  if (language === null || bytes.length === 0) return false;
  if (language !== 'python') return mayNameModel(language, bytes);
  const found = finder.find(bytes);
  for (const word of found) {
    if (needles.telling.has(word)) return true;
    const names = needles.together.get(word);
    if (names === null) return true;
    if (names && [...names].some((name) => found.has(name))) return true;
  }
  return handedOn !== undefined && handedOn.find(bytes).size > 0;
}

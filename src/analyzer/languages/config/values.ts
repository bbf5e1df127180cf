import { isQualifiedId } from '../ids';
import { canonicalModels, sentenceModels } from './canonical';
import { libraryOfKey } from './keys';

/** Whether a value has the shape of a model's id, under keys that may name one. */
export function namesModel(value: string, keys: readonly string[]): boolean {
  if (isQualifiedId(value) || canonicalModels.has(value)) return true;
  if (libraryOfKey(keys) === 'spacy') return /^[a-z]{2}_(?:core|dep|ent)_\w+_(?:sm|md|lg|trf)$/.test(value);
  return sentenceModels.test(value);
}

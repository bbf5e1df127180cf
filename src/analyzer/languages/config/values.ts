import { isQualifiedId } from '../ids';
import { canonicalModels, sentenceModels } from './canonical';
import { libraryOfKey } from './keys';

/** How litellm and others mark a model of the hub among those of other services. */
const ofHub = /^huggingface\/(?=[^/]+\/)/;

/** Whether a value has the shape of a model's id, under keys that may name one. */
export function namesModel(value: string, keys: readonly string[]): boolean {
  if (isQualifiedId(value.replace(ofHub, '')) || canonicalModels.has(value)) return true;
  if (libraryOfKey(keys) === 'spacy') return /^[a-z]{2}_(?:core|dep|ent)_\w+_(?:sm|md|lg|trf)$/.test(value);
  return sentenceModels.test(value);
}

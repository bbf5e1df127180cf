import type { Here } from '../evaluator';
import type { ObjectValue, Values } from '../values';
import { namespaceAttribute } from './argparse';
import { isTemporaryFolder, temporaryFolder } from './paths';

/** What an attribute of a library's object is, where it is known; null for any other. */
export function objectAttribute(value: ObjectValue, name: string, here: Here): Values | null {
  if (name === 'name' && isTemporaryFolder(value)) return [temporaryFolder];
  return namespaceAttribute(value, name, here);
}

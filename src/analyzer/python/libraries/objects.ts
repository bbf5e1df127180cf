import type { Here } from '../evaluator';
import type { ObjectValue, Values } from '../values';
import { namespaceAttribute } from './argparse';

/** What an attribute of a library's object is, where it is known; null for any other. */
export function objectAttribute(value: ObjectValue, name: string, here: Here): Values | null {
  return namespaceAttribute(value, name, here);
}

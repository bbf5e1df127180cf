import type { Here } from '../evaluator';
import { reasons } from '../reasons';
import { unknown, type Value, type Values } from '../values';
import { namespaceItem } from './argparse';
import { environmentItem } from './environment';

/** What `value[keys]` gives for a library's object that is known; null for any other. */
export function externalItem(value: Value, keys: Values, here: Here): Values | null {
  if (value.kind === 'external') {
    const name = value.path.join('.');
    if (name === 'os.environ') return environmentItem(keys, here);
    if (name === 'sys.argv') return [unknown(reasons.commandLine())];
  }
  return namespaceItem(value, keys, here);
}

import type { Here } from './evaluator';
import { attributeOf } from './attributes';
import { Arguments } from './arguments';
import { isTemporaryFolder, temporaryFolder } from './libraries/paths';
import { join, type Value, type Values } from './values';

/** What `with value as x` binds: for a class of the workspace what its `__enter__` returns, else the object itself. */
export function contextValue(values: Values, here: Here): Values {
  return join(...values.map((value) => entered(value, here)));
}

function entered(value: Value, here: Here): Values {
  if (value.kind === 'sequence') return join(...value.elements.map((each) => each()));
  if (isTemporaryFolder(value)) return [temporaryFolder];
  if (value.kind !== 'instance') return [value];
  const enter = attributeOf(value, '__enter__', value.of.node, here).filter(
    ({ kind }) => kind === 'function',
  );
  if (enter.length === 0) return [value];
  const site = { module: here.module, node: value.of.node, frame: here.frame, args: Arguments.none };
  return here.evaluator.call(enter, site);
}

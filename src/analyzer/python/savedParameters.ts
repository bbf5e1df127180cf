import { child } from '../syntax';
import { callArguments } from './callArguments';
import type { Here } from './evaluator';
import { valueOf } from './names';
import { type FunctionValue, mapping, text, type Values } from './values';

/**
 * What `self.hparams` of a Lightning module is after `self.save_hyperparameters()` in its constructor: the object that is
 * given there, else the constructor's parameters by their names; null without such a call.
 * @param inside in the constructor's body, during the construction if it is known
 */
export function savedParameters({ module, node }: FunctionValue, inside: Here): Values | null {
  const saving = module.index
    .callsNamed('save_hyperparameters')
    .find(({ start, end }) => node.start <= start && end <= node.end);
  const scope = saving && module.index.bodyOf(node);
  if (!scope) return null;
  const given = callArguments(child(saving, 'arguments'), inside).get(0, ['hparams']) ?? [];
  const objects = given.filter(({ kind }) => kind !== 'text' && kind !== 'unknown');
  if (objects.length > 0) return objects;
  const entries = [...scope.bindings].flatMap(([name, bindings]) => {
    const parameter = bindings.find(({ source }) => source.kind === 'parameter');
    return parameter ? [{ key: () => [text(name)], value: () => valueOf(parameter, inside) }] : [];
  });
  return [mapping(entries, true)];
}

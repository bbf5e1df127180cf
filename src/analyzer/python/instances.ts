import { child, type SyntaxNode } from '../syntax';
import { message } from '../../shared/message';
import { readProperties } from './attributes';
import { ancestors, classAround, classMember, constructorOf } from './classes';
import { type Here, nameOf } from './evaluator';
import { project } from './iteration';
import { fieldOf } from './dataclasses';
import { savedParameters } from './savedParameters';
import { functionScope, type MemberBinding, scopeOf } from './scope';
import { type ClassValue, type InstanceValue, join, type Values, withStep } from './values';

/** What an attribute of an object of a class of the workspace may be; null when nothing gives it a value. */
export function instanceAttribute(of: InstanceValue, name: string, here: Here): Values | null {
  const all = ancestors(of.of, here);
  const assigned = all.flatMap((ancestor) =>
    ancestor.kind === 'own' ? assignedIn(ancestor.of, of, name, here) : [],
  );
  const field = assigned.length === 0 ? (fieldOf(of, name, here) ?? hyperparameters(of, name, here)) : null;
  if (field) return field;
  const always = assigned.some(({ always: sure }) => sure);
  const fromClass = always ? null : classMember(of.of, name, of, here);
  if (assigned.length === 0 && !fromClass) return null;
  const values = join(...assigned.map(({ values: each }) => each), fromClass ?? []);
  return readProperties(values, of.of.node, here);
}

/** `self.hparams` of a class that saves what its constructor is given. */
function hyperparameters(of: InstanceValue, name: string, here: Here): Values | null {
  const made = name === 'hparams' ? constructorOf(of.of, here) : null;
  if (!made) return null;
  return savedParameters(made, inConstructor(made.node, of, here.evaluator.here(made.module, made.closure)));
}

interface Assigned {
  readonly values: Values;
  /** It is assigned in the constructor: the class's own value is never seen. */
  readonly always: boolean;
}

/** The assignments `self.name = …` in the methods of a class. */
function assignedIn(owner: ClassValue, of: InstanceValue, name: string, here: Here): Assigned[] {
  const { module } = owner;
  const there = here.evaluator.here(module, owner.closure);
  return module.index.members(name).flatMap((binding) => {
    const method = methodAround(binding, there);
    if (!method || classAround(method) !== owner.node) return [];
    const inMethod = inConstructor(method, of, there);
    return [{ values: memberValue(binding, inMethod), always: nameOf(module, method) === '__init__' }];
  });
}

/** The method whose first parameter is the object that is assigned to. */
function methodAround(binding: MemberBinding, here: Here): SyntaxNode | null {
  if (binding.object.type !== 'identifier') return null;
  const scope = functionScope(scopeOf(here.module.index, binding.node));
  const [self] = scope ? (child(scope.node, 'parameters')?.children ?? []) : [];
  return self && scope && here.module.textOf(self) === here.module.textOf(binding.object) ? scope.node : null;
}

/** During the construction of this very object, if it is known and the method is its constructor. */
function inConstructor(method: SyntaxNode, of: InstanceValue, here: Here): Here {
  const site = of.call;
  const made = site && nameOf(here.module, method) === '__init__' ? constructorOf(of.of, here) : null;
  if (!site || made?.node !== method) return here;
  const frame = here.evaluator.enter({
    function: method,
    args: site.args,
    site,
    self: of,
    closure: made.closure,
  });
  return frame ? { ...here, frame } : here;
}

function memberValue({ source, node, key }: MemberBinding, here: Here): Values {
  if (source.kind !== 'value') return [];
  const values = project(here.evaluator.evaluate(source.value, here), source.path, here);
  return withStep(values, message('attribute {0}', key), here.module.spot(node));
}

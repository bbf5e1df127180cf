import { child } from '../syntax';
import { message } from '../../shared/message';
import { ancestors, decoratorsOf, derivesFrom } from './classes';
import type { Here } from './evaluator';
import { reasons } from './reasons';
import type { Binding } from './scope';
import { valueOf } from './names';
import {
  type ClassValue,
  type InstanceValue,
  join,
  unknown,
  type Values,
  withNote,
  withStep,
} from './values';

/** Bases whose subclasses get a constructor from their fields. */
const fieldBases = new Set([
  'BaseModel',
  'BaseSettings',
  'NamedTuple',
  'SQLModel',
  'TypedDict',
  'Struct',
  'BaseConfig',
]);
/** Decorators that do the same. */
const fieldDecorators = /(^|\.)(dataclass|dataclasses|attrs?|s|define|frozen|mutable|config)$/;
/** Settings read the environment: a field may be overridden by a variable of its name. */
const settingsBases = new Set(['BaseSettings']);

/** Whether a class's objects are made from its fields. */
export function hasFields(of: ClassValue, here: Here): boolean {
  if (derivesFrom(of, fieldBases, here)) return true;
  return ancestors(of, here).some(
    (each) =>
      each.kind === 'own' &&
      decoratorsOf(each.of.node).some((decorator) => {
        const callee = decorator.type === 'call' ? (child(decorator, 'function') ?? decorator) : decorator;
        return fieldDecorators.test(each.of.module.textOf(callee));
      }),
  );
}

interface Field {
  readonly owner: ClassValue;
  readonly binding: Binding | null;
}

/** The fields in the order in which a constructor takes them: those of the bases first. */
function fieldsOf(of: ClassValue, here: Here): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const ancestor of ancestors(of, here).reverse()) {
    if (ancestor.kind !== 'own') continue;
    const { module, node } = ancestor.of;
    const scope = module.index.scopeAt(node);
    for (const statement of module.index.statementsOf(node)) {
      const [assignment] = statement.type === 'expression_statement' ? statement.children : [];
      const name = assignment?.type === 'assignment' ? child(assignment, 'left') : undefined;
      if (!assignment || name?.type !== 'identifier' || !child(assignment, 'type')) continue;
      const key = module.textOf(name);
      const binding = scope?.bindings.get(key)?.find((each) => each.node === name) ?? null;
      fields.set(key, { owner: ancestor.of, binding });
    }
  }
  return fields;
}

/** What a field of an object is: what its construction gave, else the default. Null when the class has no such field. */
export function fieldOf(of: InstanceValue, name: string, here: Here): Values | null {
  if (!hasFields(of.of, here)) return null;
  const fields = fieldsOf(of.of, here);
  const field = fields.get(name);
  if (!field) return null;
  const position = [...fields.keys()].indexOf(name);
  const given = of.call?.args.get(position, [name]) ?? null;
  if (given && of.call) return withStep(given, message('field {0}', name), of.call.module.spot(of.call.node));
  const values = join(fieldDefault(field, name, of.of, here), of.call?.args.open?.() ?? []);
  return of.call?.parsed ? optionValues(values, `--${name}`) : values;
}

/** What an object of a named tuple has at a place; null for one of another class. */
export function elementOfRecord(of: InstanceValue, index: number, here: Here): Values | null {
  if (!derivesFrom(of.of, new Set(['NamedTuple']), here)) return null;
  const name = [...fieldsOf(of.of, here).keys()].at(index);
  return name === undefined ? [] : fieldOf(of, name, here);
}

/** A field as an option of the command line: its default, which the option may override. */
function optionValues(values: Values, flag: string): Values {
  return values.map((value) =>
    value.kind === 'unknown'
      ? { ...value, reason: reasons.flag(flag) }
      : { ...value, note: value.note ?? reasons.flagMayOverride(flag) },
  );
}

function fieldDefault({ owner, binding }: Field, name: string, of: ClassValue, here: Here): Values {
  if (!binding) return [unknown(reasons.attribute(name))];
  const values = valueOf(binding, here.evaluator.here(owner.module, owner.closure));
  if (!derivesFrom(of, settingsBases, here)) return values;
  return withNote(values, reasons.variableMayOverride(name.toUpperCase()));
}

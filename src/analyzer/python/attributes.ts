import type { SyntaxNode } from '../syntax';
import { Arguments } from './arguments';
import { ancestors, classMember, isDecoratedWith, memberAmong } from './classes';
import { type Here, shorten } from './evaluator';
import { instanceAttribute } from './instances';
import { moduleMember, namespaceMember } from './imports';
import { abslFlag } from './libraries/abslFlags';
import { objectAttribute } from './libraries/objects';
import { pathAttribute } from './libraries/paths';
import { reasons } from './reasons';
import { subscriptWith } from './subscripts';
import { external, join, type MappingValue, text, unknown, type Value, type Values } from './values';

/** What `value.name` may be. */
export function attributeOf(value: Value, name: string, node: SyntaxNode, here: Here): Values {
  switch (value.kind) {
    case 'text':
      return (
        pathAttribute(value, name) ?? [
          enumAttribute(value, name) ?? external(['builtins', 'str', name], value),
        ]
      );
    case 'sequence':
      return [external(['builtins', 'list', name], value)];
    case 'mapping':
      return entryNamed(value, name, here) ?? [external(['builtins', 'dict', name], value)];
    case 'data':
      return value.data.has(name) ? value.data.get(name) : [external(['builtins', 'dict', name], value)];
    case 'external':
      return (
        namespaceMember(value.path, name, here) ??
        abslFlag(value, name, here) ?? [external([...value.path, name], value.receiver)]
      );
    case 'object':
      return objectAttribute(value, name, here) ?? [external([...value.path, name], value)];
    case 'module':
      return moduleMember(value.module, [], name, here);
    case 'class':
      return classAttribute(value, name, here) ?? unknownAttribute(node, here);
    case 'instance':
      return instanceAttribute(value, name, here) ?? unknownAttribute(node, here);
    case 'super': {
      const all = ancestors(value.self.kind === 'instance' ? value.self.of : value.after, here);
      const behind = all.slice(
        all.findIndex((each) => each.kind === 'own' && each.of.node === value.after.node) + 1,
      );
      return memberAmong(behind, name, value.self, here) ?? unknownAttribute(node, here);
    }
    case 'constant':
      return value.value === null ? [] : [enumAttribute(value, name) ?? unknown(reasons.attribute(name))];
    case 'function':
    case 'partial':
      return unknownAttribute(node, here);
    case 'unknown':
      return [value];
  }
}

/** `ns.key`: dictionaries whose entries are attributes too (`SimpleNamespace`, `EasyDict`, OmegaConf). */
function entryNamed(value: MappingValue, name: string, here: Here): Values | null {
  const holds = value.entries.some(({ key }) =>
    key().some((each) => each.kind === 'text' && each.text === name),
  );
  return holds ? subscriptWith(value, [text(name)], here) : null;
}

/** A member of an enumeration stands for its value: `.value` is the value itself. */
function enumAttribute(value: Value, name: string): Value | null {
  return name === 'value' ? value : null;
}

function classAttribute(value: Value & { kind: 'class' }, name: string, here: Here): Values | null {
  if (name === '__class__' || name === '__members__') return [value];
  return classMember(value, name, value, here);
}

function unknownAttribute(node: SyntaxNode, here: Here): Values {
  return [unknown(reasons.attribute(shorten(here.module.textOf(node))))];
}

/** What reading a property gives: what its function returns. Everything else is itself. */
export function readProperties(values: Values, node: SyntaxNode, here: Here): Values {
  return join(
    ...values.map((value) => {
      if (value.kind !== 'function' || !value.self) return [value];
      const isProperty =
        isDecoratedWith(value.node, 'property', value.module) ||
        isDecoratedWith(value.node, 'cached_property', value.module);
      return isProperty
        ? here.evaluator.call([value], { module: here.module, node, frame: here.frame, args: Arguments.none })
        : [value];
    }),
  );
}

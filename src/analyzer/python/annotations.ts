import { descendants, type SyntaxNode } from '../syntax';
import type { Here } from './evaluator';
import { Arguments } from './arguments';
import { instance, object, type Values } from './values';

/** An object of the class that an annotation names (`Args`, `Optional[Args]`, `"Args"`); empty when it names none. */
export function annotatedValue(annotation: SyntaxNode | undefined, here: Here): Values {
  if (!annotation) return [];
  const site = { module: here.module, node: annotation, frame: null, args: Arguments.none };
  for (const node of descendants(annotation, ({ type }) => type !== 'attribute')) {
    if (node.type !== 'identifier' && node.type !== 'attribute') continue;
    for (const value of here.evaluator.evaluate(node, here)) {
      if (value.kind === 'class') return [instance(value, null)];
      const isClass = value.kind === 'external' && /^[A-Z]/.test(value.path.at(-1) ?? '');
      if (isClass && value.path[0] !== 'typing') return [object(value.path, site)];
    }
  }
  return [];
}

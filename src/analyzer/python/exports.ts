import { isTelling } from '../needles';
import type { SignatureIndex } from '../signatureIndex';
import { externalConstructor } from './classes';
import type { Here } from './evaluator';
import { valueOf } from './names';
import type { Binding } from './scopes';
import type { Value } from './values';

/** Names at the top of a module that stand for loaders which their importers may use without the words of the prefilter. */
export function handedOn(signatures: SignatureIndex, here: Here, relevant: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (const [name, bindings] of here.module.index.topBindings()) {
    if (!/^\w+$/.test(name) || !bindings.some((binding) => mayMatter(binding, relevant, here))) continue;
    here.evaluator.startCallee();
    const values = bindings.slice(-4).flatMap((binding) => valueOf(binding, here));
    if (values.some((value) => needsName(name, value, signatures, here))) names.push(name);
  }
  return names;
}

/**
 * Whether a binding has to be evaluated. What is taken from another module of the workspace under its own name is that
 * module's to tell.
 */
function mayMatter({ key, source }: Binding, relevant: ReadonlySet<string>, here: Here): boolean {
  if (source.kind !== 'import') return relevant.has(key);
  const { level, module, member, bound } = source.imported;
  return (
    (level === 0 && here.evaluator.world.isLibrary(module[0] ?? '')) ||
    (member !== bound && relevant.has(bound))
  );
}

/** Whether a file that has only this name may load through it, and lacks the words for it. */
function needsName(name: string, value: Value, signatures: SignatureIndex, here: Here): boolean {
  switch (value.kind) {
    case 'external':
      return externalNeeds(name, value.path, signatures);
    case 'class': {
      const path = externalConstructor(value, here);
      return path !== null && signatures.match(path).length > 0;
    }
    case 'partial':
      return needsName('', value.callee, signatures, here);
    case 'sequence':
      return value.elements
        .slice(0, 64)
        .some((each) => each().some((one) => needsName('', one, signatures, here)));
    case 'mapping':
      return value.entries
        .slice(0, 64)
        .some((entry) => entry.value().some((one) => needsName('', one, signatures, here)));
    case 'text':
    case 'constant':
    case 'object':
    case 'function':
    case 'instance':
    case 'super':
    case 'module':
    case 'data':
    case 'unknown':
      return false;
  }
}

function externalNeeds(name: string, path: readonly string[], signatures: SignatureIndex): boolean {
  const [root = ''] = path;
  if (!signatures.isRoot(root) || name === root) return false;
  if (signatures.match(path).length > 0) return name !== path.at(-1) || !isTelling(name);
  return signatures.hasCommonLoaderBelow(path, (last) => !isTelling(last));
}

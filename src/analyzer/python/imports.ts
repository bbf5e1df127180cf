import { message } from '../../shared/message';
import type { Here } from './evaluator';
import type { ImportedName } from './importStatements';
import type { PythonModule } from './module';
import { valueOf } from './names';
import { reasons } from './reasons';
import { reachingEnd } from './reach';
import { external, join, moduleValue, unknown, type Values, withStep } from './values';

/** What an imported name is: of the workspace where there is such a module, else a library's. */
export function importedValue(imported: ImportedName, here: Here): Values {
  const { level, module, member } = imported;
  const { world } = here.evaluator;
  const [root = ''] = module;
  if (level === 0 && world.isLibrary(root)) return [external(member === null ? module : [...module, member])];
  const found = world.moduleNamed(module, level, here.module.path);
  if (found === 'pending') return [unknown(reasons.pending(dotted(imported)))];
  if (found) {
    const values = member === null ? [moduleValue(found)] : moduleMember(found, module, member, here);
    return withStep(values, message('import of {0}', dotted(imported)), here.module.spot(imported.node));
  }
  return withoutOwnFile(imported, here);
}

/** A module with no file of its own: a folder of modules, or nothing of the workspace. */
function withoutOwnFile(imported: ImportedName, here: Here): Values {
  const { level, module, member, loads } = imported;
  const { world } = here.evaluator;
  if (member !== null) {
    const submodule = world.moduleNamed([...module, member], level, here.module.path);
    if (submodule === 'pending') return [unknown(reasons.pending(dotted(imported)))];
    if (submodule) return [moduleValue(submodule)];
  } else if (loads.length > module.length) {
    const deeper = world.moduleNamed(loads, level, here.module.path);
    if (deeper && deeper !== 'pending') world.namespaces.add(loads[0] ?? '');
  }
  if (level > 0) return [unknown(reasons.outside(dotted(imported)))];
  return [external(member === null ? module : [...module, member])];
}

/** A member of a folder of modules, or null when the name is no such folder. */
export function namespaceMember(path: readonly string[], name: string, here: Here): Values | null {
  const { world } = here.evaluator;
  if (!world.namespaces.has(path[0] ?? '')) return null;
  const found = world.moduleNamed([...path, name], 0, here.module.path);
  return found && found !== 'pending' ? [moduleValue(found)] : null;
}

/** What a module of the workspace has under a name: what it binds, what its stars bring, a module below it. */
export function moduleMember(
  module: PythonModule,
  segments: readonly string[],
  name: string,
  here: Here,
): Values {
  const there = here.evaluator.here(module, null);
  const candidates = module.index.module.bindings.get(name);
  if (candidates) {
    const { bindings } =
      candidates.length === 1
        ? { bindings: candidates }
        : reachingEnd(candidates, module.syntax.root, module.source.text);
    return join(...bindings.map((binding) => valueOf(binding, there)));
  }
  const starred = starImported(name, there);
  if (starred) return starred;
  const isPackage = module.path.endsWith('__init__.py');
  const below = isPackage ? here.evaluator.world.moduleNamed([name], 1, module.path) : null;
  if (below === 'pending') return [unknown(reasons.pending(name))];
  return below ? [moduleValue(below)] : [unknown(reasons.outside([...segments, name].join('.')))];
}

/** What `from x import *` may bring under a name: the last star that has it. Null when there is no star that may. */
export function starImported(name: string, here: Here): Values | null {
  const { evaluator, module } = here;
  const libraries: Values[] = [];
  for (const { module: from, level } of [...module.index.starImports].reverse()) {
    if (level === 0 && evaluator.world.isLibrary(from[0] ?? '')) {
      libraries.push([external([...from, name])]);
      continue;
    }
    const found = evaluator.world.moduleNamed(from, level, module.path);
    if (found === 'pending') return [unknown(reasons.pending(from.join('.')))];
    if (!found || found === module) continue;
    const isOwn = found.index.module.bindings.has(name);
    const values = isOwn ? moduleMember(found, from, name, here) : starThrough(found, name, here);
    if (values) return values;
  }
  // What a library's star brings is not known: it may be any of them.
  return libraries.length > 0 && !name.startsWith('_') ? join(...libraries) : null;
}

/** Modules that are being looked through, so that stars in a circle end. */
function starThrough(module: PythonModule, name: string, here: Here): Values | null {
  if (here.evaluator.starDepth > 8) return null;
  here.evaluator.starDepth++;
  try {
    return starImported(name, here.evaluator.here(module, null));
  } finally {
    here.evaluator.starDepth--;
  }
}

function dotted({ level, module, member }: ImportedName): string {
  return '.'.repeat(level) + [...module, ...(member === null ? [] : [member])].join('.');
}

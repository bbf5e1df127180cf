import type { SignatureIndex } from '../signatureIndex';
import { type ForeignNames, importLines } from './foreignNames';
import { membersRead } from './occurrences';
import { type Outline, wordsOf } from './outline';

/** `import a.b` and `import a.b as c`, of which each may be a list. */
const plainImport = /^[ \t]*import[ \t]+([^\n#;]+)/gm;

/** A callee that is told by a string. */
const calleeByName = /getattr\s*\([^()]*\)\s*\(/;

/**
 * Whether a source that the prefilter let pass may hold a usage, told from its code alone, before it is parsed: most have
 * the prefilter's words in comments and documentation only.
 */
export function mayHoldLoader(
  outlines: readonly Outline[],
  path: string,
  signatures: SignatureIndex,
  foreign: ForeignNames,
  known: ReadonlySet<string> | null = null,
): boolean {
  if (outlines.some(({ whole }) => !whole)) return true;
  const code = outlines.map((each) => each.code).join('\n');
  const words = known ?? wordsOf(outlines);
  if (signatures.namesAmong(words).length > 0 || signatures.mayHaveAnyName(words)) return true;
  if ([...signatures.expressionNames].some((name) => words.has(name))) return true;
  return mayBorrowLoader(code, path, foreign);
}

/** Whether code may hold a usage by what it takes from other modules of the workspace, under whatever names. */
export function mayBorrowLoader(code: string, path: string, foreign: ForeignNames): boolean {
  if (calleeByName.test(code)) return true;
  return fromImports(code, path, foreign) || plainImports(code, path, foreign);
}

function fromImports(code: string, path: string, foreign: ForeignNames): boolean {
  return importLines(code).some(({ level, module, original, bound }) => {
    if (!foreign.isWorkspace({ level, module })) return false;
    if (original === '*' || foreign.mayLoad({ level, module, member: original }, null, path)) return true;
    return membersOf(bound, code).some((member) =>
      foreign.mayLoad({ level, module, member: original }, member, path),
    );
  });
}

function plainImports(code: string, path: string, foreign: ForeignNames): boolean {
  for (const [, list = ''] of code.matchAll(plainImport)) {
    for (const item of list.split(',')) {
      const [dotted = '', , alias] = item.trim().split(/\s+/);
      const module = dotted.split('.');
      if (!foreign.isWorkspace({ level: 0, module })) continue;
      const members = membersOf(alias ?? dotted, code);
      if (members.some((member) => foreign.mayLoad({ level: 0, module, member: null }, member, path)))
        return true;
    }
  }
  return false;
}

/** The names that are read of a name, a dotted one perhaps. */
function membersOf(name: string, code: string): string[] {
  if (!name.includes('.')) return [...membersRead(code, name)];
  const pattern = new RegExp(`\\b${name.replaceAll('.', '\\s*\\.\\s*')}\\s*\\.\\s*(\\w+)`, 'g');
  return [...new Set([...code.matchAll(pattern)].map(([, member = '']) => member))];
}

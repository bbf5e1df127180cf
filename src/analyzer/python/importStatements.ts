import { child, childrenIn, type SyntaxNode } from '../syntax';

/** One name that an import statement binds. */
export interface ImportedName {
  /** The node to show: the alias, or the name itself. */
  readonly node: SyntaxNode;
  /** The name that is bound; for `import a.b.c` it is `a`. */
  readonly bound: string;
  /** Dots before the module: 0 for an absolute import. */
  readonly level: number;
  /** Segments of the module; for `import a.b.c` without alias only `a`, for it is `a` that is bound. */
  readonly module: readonly string[];
  /** The member taken from the module, `*` for all, null when the module itself is bound. */
  readonly member: string | null;
  /** All segments of `import a.b.c`: those modules are loaded. */
  readonly loads: readonly string[];
}

/** The names that an `import` or `from … import` statement binds. */
export function readImport(node: SyntaxNode, textOf: (node: SyntaxNode) => string): ImportedName[] {
  return node.type === 'import_statement' ? plainImport(node, textOf) : fromImport(node, textOf);
}

function plainImport(node: SyntaxNode, textOf: (node: SyntaxNode) => string): ImportedName[] {
  return childrenIn(node, 'name').map((each) => {
    const name = child(each, 'name') ?? each;
    const alias = child(each, 'alias');
    const segments = dotted(name, textOf);
    const [first = ''] = segments;
    return {
      node: alias ?? each,
      bound: alias ? textOf(alias) : first,
      level: 0,
      module: alias ? segments : [first],
      member: null,
      loads: segments,
    };
  });
}

function fromImport(node: SyntaxNode, textOf: (node: SyntaxNode) => string): ImportedName[] {
  const from = child(node, 'module_name');
  if (!from) return [];
  const prefix = from.children.find(({ type }) => type === 'import_prefix');
  const level = prefix ? textOf(prefix).replace(/[^.]/g, '').length : 0;
  const name = from.type === 'dotted_name' ? from : from.children.find(({ type }) => type === 'dotted_name');
  const module = name ? dotted(name, textOf) : [];
  if (node.children.some(({ type }) => type === 'wildcard_import')) {
    return [{ node, bound: '*', level, module, member: '*', loads: module }];
  }
  return childrenIn(node, 'name').map((each) => {
    const member = child(each, 'name') ?? each;
    const alias = child(each, 'alias');
    return {
      node: alias ?? each,
      bound: textOf(alias ?? member),
      level,
      module,
      member: textOf(member),
      loads: module,
    };
  });
}

function dotted(node: SyntaxNode, textOf: (node: SyntaxNode) => string): string[] {
  return node.children.filter(({ type }) => type === 'identifier').map(textOf);
}

import type { Tree, TreeCursor } from 'web-tree-sitter';

/**
 * A syntax tree as plain data, read once from the parser's tree. Reading a node of the parser crosses into WASM each
 * time and must end when the tree is freed; these nodes are ordinary objects that may be kept and shared.
 * Anonymous nodes (punctuation) are left out unless they fill a field (operators); comments are kept apart.
 */
export interface SyntaxNode {
  readonly type: string;
  /** Offsets in the module's text (UTF-16 units). */
  start: number;
  end: number;
  /** The field of the parent that this node fills. */
  readonly field: string | null;
  parent: SyntaxNode | null;
  readonly children: SyntaxNode[];
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a tree was read into. */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly comments: SyntaxNode[];
  /** Where the parser could not make sense of the text; the nodes around it are whole. */
  readonly errors: SyntaxNode[];
}

/** From an offset of the text that was parsed to one of the text that it stands for. */
export type OffsetMap = (offset: number) => number;

/** A root to which the statements of one text, or of the cells of a notebook, are added. */
export function emptySyntax(): Syntax {
  return {
    root: { type: 'module', start: 0, end: 0, field: null, parent: null, children: [] },
    comments: [],
    errors: [],
  };
}

/**
 * Adds a whole tree to `syntax`; `base` is added to every offset, or maps it. Iterative: nesting does not meet the
 * stack's end.
 */
export function readSyntax(tree: Tree, base: number | OffsetMap, syntax: Syntax): void {
  const map: OffsetMap = typeof base === 'number' ? (offset) => offset + base : base;
  const reader = new SyntaxReader(tree, map, syntax);
  try {
    reader.read();
  } finally {
    reader.dispose();
  }
}

/** Punctuation that never fills a field. */
const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ':', ';', '.', '->', '=']);

/** Nodes that have no children worth reading. */
const leaves = new Set(
  'identifier integer float true false none string_start string_content string_end comment'.split(' '),
);

/** Nodes whose children fill no field: the cursor need not be asked for it. */
const withoutFields = new Set(
  'module block expression_statement list tuple dictionary set parenthesized_expression dotted_name expression_list'.split(
    ' ',
  ),
);

/** Every question to the cursor crosses into WASM, so it is asked for little: names of types and fields are kept here. */
class SyntaxReader {
  private readonly cursor: TreeCursor;
  private readonly types: readonly string[];
  private readonly fields: readonly (string | null)[];
  private readonly named: readonly boolean[];
  private readonly hasError: boolean;

  constructor(
    tree: Tree,
    private readonly original: OffsetMap,
    private readonly syntax: Syntax,
  ) {
    const { language } = tree;
    this.cursor = tree.walk();
    this.types = language.types;
    this.fields = language.fields;
    this.named = language.types.map((_, id) => language.nodeTypeIsNamed(id));
    this.hasError = tree.rootNode.hasError;
  }

  read(): void {
    const { cursor } = this;
    const { root, errors } = this.syntax;
    root.end = Math.max(root.end, this.original(cursor.endIndex));
    const top = this.node('ERROR', root);
    if (cursor.nodeType === 'ERROR') errors.push(top);
    this.readBelow(root);
    // A line end that is missing has no node that the cursor comes to.
    if (this.hasError && errors.length === 0) errors.push({ ...top, start: Math.max(top.start, 0) });
  }

  private readBelow(root: SyntaxNode): void {
    const { cursor } = this;
    let parent = root;
    let inside = cursor.gotoFirstChild();
    while (inside) {
      const node = this.take(parent);
      if (node && !leaves.has(node.type) && cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        inside = cursor.gotoParent() && parent !== root;
        if (!inside) break;
        parent = parent.parent ?? root;
      }
    }
  }

  dispose(): void {
    this.cursor.delete();
  }

  /** Adds the cursor's node to its parent, or answers null when it is not one to go into. */
  private take(parent: SyntaxNode): SyntaxNode | null {
    const { syntax, cursor } = this;
    const id = cursor.nodeTypeId;
    const type = this.types[id] ?? cursor.nodeType;
    const isMissing = this.hasError && cursor.nodeIsMissing;
    if (this.named[id] === false && (punctuation.has(type) || cursor.currentFieldId === 0)) {
      if (isMissing) syntax.errors.push(this.node(type, parent));
      return null;
    }
    const node = this.node(type, parent);
    if (type === 'comment') {
      syntax.comments.push(node);
      return null;
    }
    if (type === 'ERROR' || isMissing) syntax.errors.push(node);
    parent.children.push(node);
    return node;
  }

  private node(type: string, parent: SyntaxNode | null): SyntaxNode {
    const { cursor, original } = this;
    return {
      type,
      start: original(cursor.startIndex),
      end: original(cursor.endIndex),
      field: parent && withoutFields.has(parent.type) ? null : (this.fields[cursor.currentFieldId] ?? null),
      parent,
      children: [],
    };
  }
}

/** The first child in a field. */
export function child(node: SyntaxNode, field: string): SyntaxNode | undefined {
  for (const each of node.children) if (each.field === field) return each;
  return undefined;
}

/** All children in a field. */
export function childrenIn(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((each) => each.field === field);
}

/** Whether `inner` lies in `outer`'s text. */
export function covers(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Some nodes, and every node below them, in no order. */
export function allBelow(nodes: readonly SyntaxNode[]): SyntaxNode[] {
  const all = [...nodes];
  for (const { children } of all) for (const node of children) all.push(node);
  return all;
}

/** Every node below `node`, itself first, in source order; `enter` answers whether to go into a node. */
export function* descendants(
  node: SyntaxNode,
  enter: (node: SyntaxNode) => boolean = () => true,
): Generator<SyntaxNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (!enter(next)) continue;
    for (let i = next.children.length - 1; i >= 0; i--) {
      const below = next.children[i];
      if (below) waiting.push(below);
    }
  }
}

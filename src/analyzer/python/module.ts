import type { Parser } from 'web-tree-sitter';
import { emptySyntax, readSyntax, type Syntax, type SyntaxNode } from '../syntax';
import type { SourceText } from '../text';
import { withTree } from '../trees';
import { indexScopes, type ScopeIndex } from './scopes';
import type { Spot } from './values';

/** A parsed Python file (or all cells of a notebook, as one): text, tree, scopes. Plain data, no parser behind it. */
export class PythonModule {
  readonly path: string;
  readonly index: ScopeIndex;

  constructor(
    readonly source: SourceText,
    readonly syntax: Syntax,
  ) {
    this.path = source.path;
    this.index = indexScopes(syntax.root, source.text);
  }

  textOf(node: SyntaxNode): string {
    return this.source.text.slice(node.start, node.end);
  }

  spot(node: SyntaxNode): Spot {
    return { source: this.source, start: node.start, end: node.end };
  }
}

/** Parses a source, each cell on its own, so that an error in one does not reach the next. */
export function parseModule(parser: Parser, source: SourceText): PythonModule {
  const syntax = emptySyntax();
  source.cells.forEach(({ text }, index) => {
    withTree(parser, text, (tree) => readSyntax(tree, source.startOf(index), syntax));
  });
  return new PythonModule(source, syntax);
}

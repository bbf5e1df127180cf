import type { Parser } from 'web-tree-sitter';
import type { SourceText } from '../../text';
import { emptySyntax, readSyntax, type Syntax, type SyntaxNode } from '../../syntax';
import { withTree } from '../../trees';
import { indexScopes, type ScopeIndex } from './scopes';

/** A parsed JavaScript or TypeScript file. */
export class ScriptModule {
  private indexed: ScopeIndex | null = null;

  private constructor(
    readonly source: SourceText,
    readonly syntax: Syntax,
  ) {}

  static parse(parser: Parser, source: SourceText): ScriptModule {
    const syntax = emptySyntax();
    withTree(parser, source.text, (tree) => {
      readSyntax(tree, 0, syntax);
    });
    return new ScriptModule(source, syntax);
  }

  get path(): string {
    return this.source.path;
  }

  get index(): ScopeIndex {
    return (this.indexed ??= indexScopes(this));
  }

  textOf({ start, end }: SyntaxNode): string {
    return this.source.text.slice(start, end);
  }
}

import type { Parser } from 'web-tree-sitter';
import { emptySyntax } from '../syntax';
import type { SourceText } from '../text';
import type { Listener } from './heard';
import { KeptCell } from './keptCell';
import { adopt, commentNode, PythonModule } from './module';
import { type LazyBody, ModuleIndex } from './moduleIndex';
import type { Outline } from './outline';
import { WordCount } from './wordCount';

/** The module of an open document: a new one for each text, made of the nodes of the last one where the text is the same. */
export class KeptModule {
  private readonly cells: KeptCell[];
  private readonly count = new WordCount();

  constructor(
    parser: Parser,
    cells: number,
    private readonly listener: Listener,
  ) {
    this.cells = Array.from({ length: cells }, () => new KeptCell(parser, this.count));
  }

  /**
   * The module of the text as it is now; null when its syntax is not clean at the top. The keys (see `keys.ts`) of all that
   * came or went since the last module are added to `changed`.
   */
  read(source: SourceText, outlines: readonly Outline[], changed: Set<string>): PythonModule | null {
    const clean = this.cells.map((cell, index) => {
      const outline = outlines[index];
      const text = source.cells[index]?.text ?? '';
      return outline !== undefined && cell.read(source.text, source.startOf(index), text, outline, changed);
    });
    return clean.every(Boolean) ? this.module(source, outlines) : null;
  }

  dispose(): void {
    for (const cell of this.cells) cell.dispose();
  }

  private module(source: SourceText, outlines: readonly Outline[]): PythonModule {
    const syntax = emptySyntax();
    const bodies: LazyBody[] = [];
    this.cells.forEach((cell, index) => {
      const base = source.startOf(index);
      for (const { start, end } of outlines[index]?.comments ?? [])
        syntax.comments.push(commentNode(start + base, end + base));
      adopt(
        syntax.root,
        cell.statements.map(({ node }) => node),
      );
      bodies.push(...cell.lazyBodies(source.text, syntax.errors));
    });
    syntax.root.end = source.text.length;
    const code = outlines.map((each) => each.code).join('\n');
    const index = new ModuleIndex(syntax.root, source.text, code, bodies, {
      listener: this.listener,
      words: this.count.words,
    });
    return new PythonModule(source, syntax, index);
  }
}

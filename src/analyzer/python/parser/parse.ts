import type { OffsetMap, Syntax } from '../../syntax';
import { Lexer, unclear } from './lexer';
import { Nodes } from './nodes';
import { StatementParser } from './statements';

/**
 * The syntax of a Python text, the very nodes that tree-sitter's grammar would give, made straight away as plain data: a
 * tree in WASM costs several times as much to make and to copy. Null for whatever this parser does not know (errors, rare
 * statements, names beyond ASCII): then tree-sitter is asked. Comments are left out.
 */
export function parsePython(text: string, base: OffsetMap | number): Syntax | null {
  const nodes = new Nodes(base);
  try {
    const statements = new StatementParser(new Lexer(text), nodes).module();
    const root = nodes.node('module', 0, text.length, statements);
    root.start = 0;
    return { root, comments: [], errors: [] };
  } catch (error) {
    if (error === unclear) return null;
    throw error;
  }
}

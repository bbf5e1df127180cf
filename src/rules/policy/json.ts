import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { message } from '../../shared/message';
import { type LocatedValue, placeOf } from './located';
import { policyFinding } from './policyFinding';
import type { Path } from './schema';

/** What is wrong with the syntax, and where. */
interface SyntaxProblem {
  readonly reason: string;
  readonly offset: number;
  readonly length: number;
}

/** Reads JSON; comments and trailing commas are allowed, as in VS Code's own settings. A file that is not JSON says nothing. */
export function readJson(file: string, text: string): LocatedValue {
  const { tree, problem } = treeOf(text);
  const findings = problem
    ? [
        policyFinding(
          message('this is not JSON ({0}); the defaults apply', problem.reason),
          placeOf(file, text, problem.offset, problem.length),
        ),
      ]
    : [];
  return {
    value: tree ? getNodeValue(tree) : {},
    findings,
    place: (path: Path) => {
      const node = tree && findNodeAtLocation(tree, [...path]);
      // The key, so that an unknown one is underlined and not its value.
      const shown = typeof path.at(-1) === 'string' ? (node?.parent?.children?.[0] ?? node) : node;
      return placeOf(file, text, shown?.offset ?? 0, shown?.length ?? 0);
    },
  };
}

function treeOf(text: string): { readonly tree?: Node | undefined; readonly problem?: SyntaxProblem } {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (!first) return { tree };
    return {
      problem: { reason: printParseErrorCode(first.error), offset: first.offset, length: first.length },
    };
  } catch {
    // The parser recurses: brackets nested beyond the stack are an error like any other.
    return { problem: { reason: 'nested too deep', offset: 0, length: 0 } };
  }
}

import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { message } from '../../shared/message';
import { type LocatedValue, placeOf } from './located';
import { policyFinding } from './policyFinding';
import type { Path } from './schema';

/** Reads JSON; comments and trailing commas are allowed, as in VS Code's own settings. A file that is not JSON says nothing. */
export function readJson(file: string, text: string): LocatedValue {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  const findings = first
    ? [
        policyFinding(
          message('this is not JSON ({0}); the defaults apply', printParseErrorCode(first.error)),
          placeOf(file, text, first.offset, first.length),
        ),
      ]
    : [];
  return {
    value: tree && !first ? getNodeValue(tree) : {},
    findings,
    place: (path: Path) => {
      const node = tree && findNodeAtLocation(tree, [...path]);
      // The whole property, so that an unknown key is underlined and not its value.
      const shown = typeof path.at(-1) === 'string' ? (node?.parent?.children?.[0] ?? node) : node;
      return placeOf(file, text, shown?.offset ?? 0, shown?.length ?? 0);
    },
  };
}

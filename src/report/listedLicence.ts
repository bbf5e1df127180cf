import { SPDX } from '@cyclonedx/cyclonedx-library';
import type { Expression } from '../licenses/expression';

/** Whether SPDX lists a licence: reports never give out another name as an SPDX id. */
export function isListedId(id: string): boolean {
  return SPDX.isSupportedSpdxId(id);
}

/** Whether every licence of an expression is one that SPDX lists. */
export function isListed(expression: Expression | null): boolean {
  if (!expression) return false;
  return 'license' in expression ? isListedId(expression.license) : expression.parts.every(isListed);
}

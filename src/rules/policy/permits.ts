import type { Expression } from '../../licenses/expression';
import type { LicenseName } from '../../licenses/judgement';
import { parsedExpression } from '../../licenses/names/parse';
import { licenseText } from '../../licenses/text';
import { matchesGlob } from './glob';

/** Whether one of the patterns names the licence. Of alternatives one is enough; of a sum every licence must be named. */
export function namesLicense(patterns: readonly string[], license: LicenseName): boolean {
  const matches = (text: string) => patterns.some((pattern) => matchesGlob(pattern, text));
  const whole = licenseText(license);
  if (whole !== null && matches(whole)) return true;
  const expression = license.kind === 'expression' ? parsedExpression(license.text) : null;
  return expression !== null && overExpression(expression, matches);
}

function overExpression(expression: Expression, matches: (id: string) => boolean): boolean {
  if ('license' in expression) return matches(expression.license);
  const each = (part: Expression) => overExpression(part, matches);
  return expression.op === 'or' ? expression.parts.some(each) : expression.parts.every(each);
}

/** Whether the policy's denials leave no way to use the licence: every alternative is denied, or one of a sum. */
export function deniesLicense(patterns: readonly string[], license: LicenseName): boolean {
  if (patterns.length === 0) return false;
  const matches = (text: string) => patterns.some((pattern) => matchesGlob(pattern, text));
  if (license.kind !== 'expression') return matches(licenseText(license) ?? '');
  const expression = parsedExpression(license.text);
  return expression !== null && deniedExpression(expression, matches);
}

function deniedExpression(expression: Expression, matches: (id: string) => boolean): boolean {
  if ('license' in expression) return matches(expression.license);
  const each = (part: Expression) => deniedExpression(part, matches);
  return expression.op === 'or' ? expression.parts.every(each) : expression.parts.some(each);
}

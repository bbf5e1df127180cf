import { name, publisher } from '../../package.json';
import type { RuleId } from '../rules/finding';

/** Where the extension can be had; reports link there because a relative link leads nowhere from a report. */
export const informationAddress = `https://marketplace.visualstudio.com/items?itemName=${publisher}.${name}`;

/** The address behind a rule in a report. */
export function ruleAddress(rule: RuleId): string {
  return `${informationAddress}#${rule}`;
}

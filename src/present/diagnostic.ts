import type { Finding, RuleId } from '../rules/finding';
import type { Localize } from '../shared/message';
import { shown } from './shown';

/** Longer messages are cut: a finding is one sentence, detail is for the hover. */
const longest = 600;

/** What the Problems panel says of a finding. What it rests on is in the model's hover; a project has none, so it follows. */
export function diagnosticText({ message, basis, model }: Finding, localize: Localize): string {
  const said = shown(localize(message), longest);
  return basis === null || model !== '' ? said : `${said} ${shown(localize(basis), longest)}`;
}

/** Rules whose range is old text to be replaced: shown struck through. */
const deprecatedRules: ReadonlySet<RuleId> = new Set(['model-moved']);

/** Whether the finding's range should look deprecated. */
export function isDeprecated({ rule }: Finding): boolean {
  return deprecatedRules.has(rule);
}

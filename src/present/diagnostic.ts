import type { Finding } from '../rules/finding';
import type { Localize } from '../shared/message';
import { shown } from './shown';

/** Longer messages are cut: a finding is one sentence, detail is for the hover. */
const longest = 600;

/** What the Problems panel says of a finding. What it rests on is in the model's hover; a project has none, so it follows. */
export function diagnosticText({ message, basis, model }: Finding, localize: Localize): string {
  const said = shown(localize(message), longest);
  return basis === null || model !== '' ? said : `${said} ${shown(localize(basis), longest)}`;
}

import type { Message } from '../../shared/message';
import type { Place } from '../../shared/positions';
import type { Finding } from '../finding';

/** A finding on a policy file. */
export function policyFinding(text: Message, place: Place): Finding {
  return {
    rule: 'policy-invalid',
    severity: 'warning',
    place,
    model: '',
    message: text,
    basis: null,
    related: [],
    fixes: [],
    suppressed: null,
  };
}

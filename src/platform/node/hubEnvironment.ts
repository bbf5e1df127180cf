import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';

/** The hub that everybody means when nobody says. */
export const defaultEndpoint = 'https://huggingface.co';

type Environment = Readonly<Partial<Record<string, string>>>;

/** The hub's address: `HF_ENDPOINT` if it is set, as in the hub's own tools; a failure where `HF_HUB_OFFLINE` is. */
export function hubEndpoint(environment: Environment): Result<string> {
  if (/^(?:1|on|yes|true)$/i.test(environment['HF_HUB_OFFLINE']?.trim() ?? ''))
    return failure(message('the environment wants the hub left alone (HF_HUB_OFFLINE)'));
  const wished = environment['HF_ENDPOINT']?.trim() ?? '';
  if (wished === '') return ok(defaultEndpoint);
  try {
    const { protocol, search, hash } = new URL(wished);
    if (/^https?:$/.test(protocol) && search === '' && hash === '') return ok(wished.replace(/\/+$/, ''));
  } catch {
    // Said below.
  }
  return failure(message('HF_ENDPOINT is no http address: {0}', wished));
}

/** The token of the environment, as the hub's own tools name it. */
export function environmentToken(environment: Environment): string | null {
  return environment['HF_TOKEN']?.trim() || null;
}

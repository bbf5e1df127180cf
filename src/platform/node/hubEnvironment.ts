import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';

/** The hub that everybody means when nobody says. */
export const defaultEndpoint = 'https://huggingface.co';

type Environment = Readonly<Partial<Record<string, string>>>;

/** The hub's address: `HF_ENDPOINT` if it is set, as in the hub's own tools. */
export function hubEndpoint(environment: Environment): Result<string> {
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

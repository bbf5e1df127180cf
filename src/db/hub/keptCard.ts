import { cardPath, isHubId } from './address';
import { type HubParts, keptText } from './requests';

/** The text of a model's card as the hub gave it last. Asks nobody: null where it was never asked for. */
export async function keptCard(
  parts: Pick<HubParts, 'cache' | 'endpoint'>,
  id: string,
): Promise<string | null> {
  return isHubId(id) ? keptText(parts, cardPath(id)) : null;
}

import { window } from 'vscode';
import type { Catalogue } from '../db/catalogue';
import { once } from '../platform/once';
import type { Logger } from '../shared/host';
import { message } from '../shared/message';
import type { Result } from '../shared/result';
import { localize } from './words';

/** Opens the catalogue on first need; when it cannot be opened the user hears so once, and look-ups find nothing. */
export function catalogueOnce(
  open: () => Promise<Result<Catalogue>>,
  logger: Logger,
): () => Promise<Result<Catalogue>> {
  return once(async () => {
    const started = Date.now();
    const opened = await open();
    if (opened.ok) {
      logger.info(`catalogue opened in ${Date.now() - started} ms`);
      return opened;
    }
    const reason = localize(opened.error);
    logger.error(reason);
    void window.showErrorMessage(localize(message('PTM Lens: {0}', reason)));
    return opened;
  });
}

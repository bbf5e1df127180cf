import { env, l10n } from 'vscode';
import type { Reader } from '../present/reader';
import type { Localize } from '../shared/message';

/** Messages in the language of the editor: `l10n/` holds their translations, keyed by the English templates. */
export const localize: Localize = ({ text, args }) => l10n.t(text, ...args);

/** Who reads now. */
export function currentReader(): Reader {
  return { localize, locale: env.language, today: today() };
}

/** Today as an ISO date. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

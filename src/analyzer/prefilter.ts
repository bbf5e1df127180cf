/**
 * Whether a file may hold a usage, by its path and bytes alone. For now every Python file may.
 */
import { languageOf } from './document';
import { mayNameModel } from './languages/prefilter';

export function mayHoldUsage(path: string, bytes: Uint8Array): boolean {
  const language = languageOf(path);
  if (bytes.length === 0 || language === null) return false;
  return language === 'python' || mayNameModel(language, bytes);
}

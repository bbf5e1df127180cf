/**
 * Whether a file may hold a usage, by its path and bytes alone. For now every file of a known language may.
 */
import { languageOf } from './document';

export function mayHoldUsage(path: string, bytes: Uint8Array): boolean {
  return bytes.length > 0 && languageOf(path) !== null;
}

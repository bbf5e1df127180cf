import type { FilesNow } from '../shared/host';

/** Hashes bytes or a text; equal ones, equal hashes. */
export type Hash = (content: Uint8Array | string) => string;

/** What can be asked of a folder at once. */
export type Look = Pick<FilesNow, 'read' | 'stamp' | 'names'> & { path(path: string): string };

/** The digest of a file's content; null for what cannot be read. */
export function digestOf(path: string, look: Look, hash: Hash): string | null {
  const read = look.read(path);
  return read.ok ? hash(read.value) : null;
}

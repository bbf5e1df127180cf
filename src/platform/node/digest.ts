import { createHash } from 'node:crypto';

/** Tells contents apart, in hexadecimal digits. */
export function digest(content: Uint8Array | string): string {
  return createHash('sha1').update(content).digest('hex');
}

import type { Hub } from '../shared/hub';

/**
 * The key of a model in the catalogue: a hash of its hub and its id without case (hub ids compare without case). 52 bits,
 * so that it is a JavaScript number and an SQLite rowid alike; the reader compares the id, so a collision costs a miss
 * in the build, never a wrong answer.
 */
export function modelKey(hub: Hub, id: string): number {
  return hash52(hub === 'huggingface' ? id.toLowerCase() : `${hub}:${id.toLowerCase()}`);
}

/** The key of a name that leads to a model: of the whole hub, or only where `library` loads it. */
export function aliasKey(library: string, alias: string): number {
  return hash52(`${library}\n${alias.toLowerCase()}`);
}

/** A string's hash of 52 bits: two multiplicative hashes (32 bits each, prime factors) over its UTF-16 units, mixed. */
function hash52(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995) + high;
  }
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d);
  low = Math.imul(low ^ (low >>> 13), 0x297a2d39);
  return ((high ^ (low >>> 16)) & 0xfffff) * 0x100000000 + (low >>> 0);
}

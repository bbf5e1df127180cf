/**
 * What a name is made of in 64 bits: for each character (letters without case, digits, signs) whether it is there, for the commonest
 * also whether it is there twice. A slip changes the counts of at most two characters, and a count passes one of its marks at a time: so
 * names that are k slips apart differ in at most 2k bits, and a name that holds a word has all the word's bits. Most names are ruled out
 * by two numbers, unread.
 */
const marks = 'abcdefghijklmnopqrstuvwxyz0123456789-_./';
const twice = 'etaoinsrlcmdbpgfu012-._';

const otherBit = marks.length;
const first = new Int8Array(128).fill(otherBit);
const second = new Int8Array(128).fill(-1);
for (const [bit, character] of [...marks].entries()) first[character.charCodeAt(0)] = bit;
for (const [bit, character] of [...twice].entries()) second[character.charCodeAt(0)] = otherBit + 1 + bit;

/** The two halves of a name's signature; the name is lower case. */
export function signatureOf(name: string): readonly [low: number, high: number] {
  const signature = new Signature();
  for (let at = 0; at < name.length; at++) signature.add(name.charCodeAt(at));
  return [signature.low >>> 0, signature.high >>> 0];
}

/** The bits of a signature's second half that say that a character is there at all; all of the first half do. */
export const presentHigh = (1 << (otherBit + 1 - 32)) - 1;

/** A signature that grows by one unit, lower case, at a time. */
export class Signature {
  low = 0;
  high = 0;

  clear(): void {
    this.low = this.high = 0;
  }

  add(unit: number): void {
    let bit = unit < 128 ? (first[unit] ?? otherBit) : otherBit;
    const isSet = bit < 32 ? (this.low >>> bit) & 1 : (this.high >>> (bit - 32)) & 1;
    // Other characters share a bit, which says only that there are any.
    if (isSet) bit = unit < 128 ? (second[unit] ?? -1) : -1;
    if (bit < 0) return;
    if (bit < 32) this.low |= 1 << bit;
    else this.high |= 1 << (bit - 32);
  }
}

/** How many bits are set. */
export function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

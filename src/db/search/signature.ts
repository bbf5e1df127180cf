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
  const halves = new Uint32Array(2);
  const units = Uint16Array.from(name, (character) => character.charCodeAt(0));
  extendSignature(halves, 0, units, 0, units.length);
  return [halves[0] ?? 0, halves[1] ?? 0];
}

/** Makes the signature at a place of `halves` that of the same name and some more units, lower case. */
export function extendSignature(
  halves: Uint32Array,
  place: number,
  units: Uint16Array,
  start: number,
  end: number,
): void {
  let low = halves[place] ?? 0;
  let high = halves[place + 1] ?? 0;
  for (let at = start; at < end; at++) {
    const unit = units[at] ?? 0;
    let bit = unit < 128 ? (first[unit] ?? otherBit) : otherBit;
    const isSet = bit < 32 ? (low >>> bit) & 1 : (high >>> (bit - 32)) & 1;
    // Other characters share a bit, which says only that there are any.
    if (isSet) bit = unit < 128 ? (second[unit] ?? -1) : -1;
    if (bit < 0) continue;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  halves[place] = low;
  halves[place + 1] = high;
}

/** How many bits are set. */
export function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

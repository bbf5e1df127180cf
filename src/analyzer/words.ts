/** Finds words (runs of letters, digits and `_`) in bytes, in one pass, without decoding. */
export class WordFinder {
  /** One bit a hash: most words of a text are thrown out by it. */
  private readonly bits = new Uint8Array(1 << 16);
  private readonly longest: number;

  constructor(private readonly wanted: ReadonlySet<string>) {
    let longest = 0;
    for (const word of wanted) {
      this.bits[hashOf(word)] = 1;
      longest = Math.max(longest, word.length);
    }
    this.longest = longest;
  }

  /**
   * The wanted words among those of a text. NUL bytes are passed over, so that UTF-16 reads like ASCII; what follows
   * a backslash belongs to an escape (`\n` in a notebook's JSON), not to a word.
   */
  find(bytes: Uint8Array): Set<string> {
    const found = new Set<string>();
    const { bits, longest } = this;
    let hash = 0;
    let length = 0;
    let start = 0;
    const end = bytes.length;
    for (let i = 0; i < end; i++) {
      const byte = bytes[i] ?? 0;
      if (isWord[byte]) {
        if (length === 0) start = i;
        hash = (Math.imul(hash, 31) + byte) & 0xffff;
        length++;
        continue;
      }
      if (byte === 0) continue;
      if (length > 0) {
        if (bits[hash] === 1 && length <= longest) this.take(bytes, start, i, found);
        hash = 0;
        length = 0;
      }
      if (byte === 92) i = afterEscape(bytes, i);
    }
    if (length > 0 && bits[hash] === 1 && length <= longest) this.take(bytes, start, end, found);
    return found;
  }

  private take(bytes: Uint8Array, start: number, end: number, found: Set<string>): void {
    let word = '';
    for (let i = start; i < end; i++) if (bytes[i] !== 0) word += String.fromCharCode(bytes[i] ?? 0);
    if (this.wanted.has(word)) found.add(word);
  }
}

/** The index of the escaped character, over the NULs that UTF-16 puts between. */
function afterEscape(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (bytes[next] === 0) next++;
  return next;
}

const isWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  /\w/.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0,
);

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) & 0xffff;
  return hash;
}

/** The words of a text that begin with a letter or `_`, in ASCII: no library has another name. Each is cut out once. */
export function wordsIn(text: string): Set<string> {
  const words = new Set<string>();
  const seen = new SeenWords(text);
  const end = text.length;
  for (let at = 0; at < end; at++) {
    if (!isWordCode(text.charCodeAt(at))) continue;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    const start = at;
    let hash = 0;
    for (let code = text.charCodeAt(at); at < end && isWordCode(code); code = text.charCodeAt(++at))
      hash = Math.imul(hash, 31) + code;
    if (at > start && seen.add(hash, start, at)) words.add(text.slice(start, at));
  }
  return words;
}

/** Which words of a text were met, by where they stand: most words of a text are ones that it had before. */
class SeenWords {
  private slots = new Int32Array(2048);
  private count = 0;

  constructor(private readonly text: string) {}

  /** Whether the word from `start` to `end` is new. A hash that another word has too makes it new again. */
  add(hash: number, start: number, end: number): boolean {
    const slot = (hash ^ (hash >>> 15)) & (this.slots.length / 2 - 1);
    const known = this.slots[2 * slot] ?? 0;
    const length = end - start;
    if (this.slots[2 * slot + 1] === length && this.isSame(known, start, length)) return false;
    if (++this.count > this.slots.length / 4) this.grow();
    else {
      this.slots[2 * slot] = start;
      this.slots[2 * slot + 1] = length;
    }
    return true;
  }

  private isSame(known: number, start: number, length: number): boolean {
    for (let i = 0; i < length; i++)
      if (this.text.charCodeAt(known + i) !== this.text.charCodeAt(start + i)) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Int32Array(Math.min(this.slots.length * 4, 1 << 17));
    this.count = 0;
  }
}

function isWordCode(code: number): boolean {
  return code < 128 && isWord[code] === 1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

import type { Decode } from '../inventory/scanner';
import { message } from '../shared/message';

/** PEP 263: the encoding that a Python file names in its first two lines. */
const encodingCookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/** Names that Python knows and the Encoding Standard does not. */
const pythonNames: Readonly<Record<string, string>> = {
  'latin-1': 'latin1',
  latin_1: 'latin1',
  'iso-latin-1': 'latin1',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
  utf_8: 'utf-8',
};

/**
 * Decodes a source file: byte-order mark, else UTF-8, else the encoding it names (PEP 263), else Latin-1 with a
 * problem that says so. No byte is lost and nothing is thrown.
 */
export const decodeSource: Decode = (bytes) => {
  const marked = markedEncoding(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), problem: null };
  const utf8 = tryDecode('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, problem: null };
  const latin1 = new TextDecoder('latin1').decode(bytes);
  const named = namedEncoding(latin1);
  const text = named === null ? null : tryDecode(named, bytes);
  if (text !== null) return { text, problem: null };
  return { text: latin1, problem: message('not valid UTF-8; read as Latin-1') };
};

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function namedEncoding(text: string): string | null {
  for (const line of text.split(/\r?\n|\r/, 2)) {
    const name = encodingCookie.exec(line)?.[1]?.toLowerCase();
    if (name && !name.startsWith('utf')) return pythonNames[name] ?? name;
  }
  return null;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

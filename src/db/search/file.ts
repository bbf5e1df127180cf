/**
 * The search index as bytes: a header, sections of numbers that are used where they lie, and front-coded names. No database: every answer
 * is a walk over a few arrays, so opening it costs next to nothing and reading a name no query.
 */
import { failure, ok, type Result } from '../../shared/result';
import { message } from '../../shared/message';
import type { Term } from './entry';

const magic = 'PTMINDX2';
const alignment = 8;

/** Names in a block: the first is whole, each other says what it shares with the one before. */
export const blockSize = 16;
const blocksOf = (count: number) => Math.ceil(count / blockSize);

/** What the arrays are of. */
export interface IndexHeader {
  /** Of the catalogue that it belongs to. */
  readonly stamp: string;
  readonly models: number;
  readonly owners: number;
  readonly nameBytes: number;
  readonly ownerBytes: number;
  /** A term's values; a model has the place, from 1. */
  readonly terms: Readonly<Record<Term, readonly string[]>>;
}

/** The arrays. Models stand in the order of their names without case, so a model's place is what the others speak of. */
export interface IndexArrays {
  /** Of the name, two halves a model. */
  readonly signatures: Uint32Array;
  /** Two halves an owner. */
  readonly ownerSignatures: Uint32Array;
  /** Places, most downloaded first. */
  readonly byDownloads: Uint32Array;
  /** Place of the owner, from 1; 0 for none. */
  readonly owner: Uint32Array;
  /** Places by their owners, those without one first; each owner's in the order of the names. */
  readonly byOwner: Uint32Array;
  /** Where in `byOwner` each owner's begin, those without one first; at last where they end. */
  readonly ownerStarts: Uint32Array;
  /** Where each block of names begins. */
  readonly blocks: Uint32Array;
  readonly ownerBlocks: Uint32Array;
  readonly task: Uint16Array;
  readonly library: Uint16Array;
  readonly license: Uint16Array;
  readonly hub: Uint8Array;
  /** Length of the name, at most 255. */
  readonly length: Uint8Array;
  readonly ownerLength: Uint8Array;
  /** Parameters, by `scaleOf`. */
  readonly scale: Uint8Array;
  readonly names: Uint8Array;
  readonly ownerNames: Uint8Array;
}

type Numbers = Uint32Array | Uint16Array | Uint8Array;
const wide = (buffer: ArrayBuffer, at: number, count: number) => new Uint32Array(buffer, at, count);
const middle = (buffer: ArrayBuffer, at: number, count: number) => new Uint16Array(buffer, at, count);
const narrow = (buffer: ArrayBuffer, at: number, count: number) => new Uint8Array(buffer, at, count);

/** The sections in their order: how they are seen, and how many numbers they have. */
const sections: {
  readonly [Name in keyof IndexArrays]: readonly [
    view: (buffer: ArrayBuffer, at: number, count: number) => IndexArrays[Name],
    count: (header: IndexHeader) => number,
  ];
} = {
  signatures: [wide, ({ models }) => models * 2],
  ownerSignatures: [wide, ({ owners }) => owners * 2],
  byDownloads: [wide, ({ models }) => models],
  owner: [wide, ({ models }) => models],
  byOwner: [wide, ({ models }) => models],
  ownerStarts: [wide, ({ owners }) => owners + 2],
  blocks: [wide, ({ models }) => blocksOf(models)],
  ownerBlocks: [wide, ({ owners }) => blocksOf(owners)],
  task: [middle, ({ models }) => models],
  library: [middle, ({ models }) => models],
  license: [middle, ({ models }) => models],
  hub: [narrow, ({ models }) => models],
  length: [narrow, ({ models }) => models],
  ownerLength: [narrow, ({ owners }) => owners],
  scale: [narrow, ({ models }) => models],
  names: [narrow, ({ nameBytes }) => nameBytes],
  ownerNames: [narrow, ({ ownerBytes }) => ownerBytes],
};
const sectionNames = Object.keys(sections) as (keyof IndexArrays)[];
const aligned = (at: number) => Math.ceil(at / alignment) * alignment;

/** Writes an index. */
export function indexBytes(header: IndexHeader, arrays: IndexArrays): Uint8Array {
  const text = asciiJson(header);
  const start = aligned(magic.length + 4 + text.length);
  const size = sectionNames.reduce((at, name) => aligned(at + arrays[name].byteLength), start);
  const bytes = new Uint8Array(size);
  putText(bytes, 0, magic);
  new DataView(bytes.buffer).setUint32(magic.length, text.length, true);
  putText(bytes, magic.length + 4, text);
  let at = start;
  for (const name of sectionNames) {
    const section: Numbers = arrays[name];
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at = aligned(at + section.byteLength);
  }
  return bytes;
}

/** Opens an index: its arrays are views of the bytes. */
export function openIndex(
  file: Uint8Array,
): Result<{ readonly header: IndexHeader; readonly arrays: IndexArrays }> {
  const damaged = failure<never>(message('it is no search index, or it is cut off'));
  const bytes = file.byteOffset % alignment === 0 ? file : file.slice();
  if (bytes.length < magic.length + 4 || textAt(bytes, 0, magic.length) !== magic) return damaged;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const header = headerOf(textAt(bytes, magic.length + 4, Math.min(length, bytes.length)));
  if (!header) return damaged;
  let at = aligned(magic.length + 4 + length);
  const arrays: Partial<Record<keyof IndexArrays, Numbers>> = {};
  for (const name of sectionNames) {
    const [view, count] = sections[name];
    const numbers = count(header);
    if (at + numbers > bytes.length) return damaged;
    const width = view === wide ? 4 : view === middle ? 2 : 1;
    if (at + numbers * width > bytes.length) return damaged;
    arrays[name] = view(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, numbers);
    at = aligned(at + numbers * width);
  }
  return ok({ header, arrays: arrays as unknown as IndexArrays });
}

function headerOf(text: string): IndexHeader | null {
  try {
    const header = JSON.parse(text) as IndexHeader;
    return Number.isSafeInteger(header.models) && Number.isSafeInteger(header.owners) ? header : null;
  } catch {
    return null;
  }
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function putText(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let index = at; index < Math.min(at + length, bytes.length); index++)
    text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

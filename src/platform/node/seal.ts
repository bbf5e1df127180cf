/**
 * A seal closes each file of ours: a mark with the format's version, then the SHA-256 of all before it. It lies behind the last page of a
 * database, so any SQLite opens the file.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { DatabaseFile } from '../../shared/databaseFile';
import { type Message, message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';

const mark = Buffer.from('PTMLENS1', 'latin1');
const sealLength = mark.length + 32;

/** So many bytes are hashed at a time, some milliseconds' work. */
const piece = 1 << 20;

/** The bytes with the seal behind them. */
export function seal(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, mark, createHash('sha256').update(bytes).digest()]);
}

/** Puts the seal behind a file, and pushes both to the disk. */
export async function sealFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(Buffer.concat([mark, await digestOf(handle, size)]), 0, sealLength, size);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a file is that does not end with a seal; null where it does. The checksum in it is for `verifySeal`. */
export function sealFlaw(file: DatabaseFile): Message | null {
  const end = file.length - sealLength;
  if (end >= 0 && mark.equals(file.subarray(end, end + mark.length))) return null;
  return message('it is cut off, or of another version');
}

/** Whether a file is what was sealed, to the last byte. Reads a piece at a time, and lets others work in between. Throws Node's error. */
export async function verifySeal(path: string): Promise<Result<null>> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const end = Math.max(0, size - sealLength);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sealLength), 0, sealLength, end);
    const flaw = sealFlaw(buffer.subarray(0, bytesRead));
    if (flaw) return failure(flaw);
    const isWhole = buffer.subarray(mark.length).equals(await digestOf(handle, end));
    return isWhole ? ok(null) : failure(message('its checksum does not fit'));
  } finally {
    await handle.close();
  }
}

/** The digest of a file's first bytes. */
async function digestOf(handle: FileHandle, end: number): Promise<Buffer> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(piece);
  for (let at = 0; at < end;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(piece, end - at), at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest();
}

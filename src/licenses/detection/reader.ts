import type { Files } from '../../shared/host';
import { message } from '../../shared/message';
import { ok, failure, type Result } from '../../shared/result';
import { decodeUtf8 } from '../../shared/text';
import type { LicenseName } from '../judgement';
import type { Fingerprints } from './fingerprints';
import { identifyLicense } from './identify';
import { wordsOf } from './words';

/** Larger files are no licence of a person. */
const maxBytes = 1_000_000;

/** Reads licence texts of one folder tree; a text that was read before is not matched again. */
export class LicenseReader {
  private readonly known = new Map<string, LicenseName | null>();
  private fingerprints: Promise<Fingerprints> | null = null;

  constructor(private readonly files: Files) {}

  /** The text of a file, or why it is none. */
  async text(path: string): Promise<Result<string>> {
    const read = await this.files.read(path, maxBytes);
    if (!read.ok) return read;
    if (read.value.includes(0)) return failure(message('not a text file'));
    const text = decodeUtf8(read.value);
    return text.trim() === '' ? failure(message('empty')) : ok(text);
  }

  /** The licence that a text is, or null when none is known in it. */
  async identify(text: string): Promise<LicenseName | null> {
    const fingerprints = await (this.fingerprints ??= loadFingerprints());
    const words = wordsOf(text);
    // Packages of one workspace mostly share their licence, and differ in years and names only.
    const key = words.join(' ');
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const license = identifyLicense(text, words, fingerprints);
    this.known.set(key, license);
    return license;
  }
}

/** A third of a megabyte, which folders without a licence text need not load. */
async function loadFingerprints(): Promise<Fingerprints> {
  return new (await import('./fingerprints')).Fingerprints();
}

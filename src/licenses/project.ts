import type { Message } from '../shared/message';
import type { Place } from '../shared/positions';
import type { LicenseName } from './judgement';

/** Where a licence was read: which file, and the line. */
export interface LicenseEvidence {
  readonly license: LicenseName;
  readonly place: Place;
}

/** A licence file that says nothing here, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: Message;
}

/** A folder of the workspace that declares a licence of its own (the root, or a package of a monorepo). */
export interface ProjectLicense {
  /** Folder path relative to the workspace folder; '' is the root. */
  readonly path: string;
  /** The winner: licence text over manifest. Null when nothing is declared. */
  readonly license: LicenseName | null;
  readonly evidence: readonly LicenseEvidence[];
  /** Set when the evidence disagrees. */
  readonly conflict: Message | null;
  /** Licence files that could not be understood: too large, binary, empty, or of no known licence. */
  readonly unread?: readonly UnreadFile[];
}

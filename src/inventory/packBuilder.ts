import type { Asked, FileFacts } from '../analyzer/usage';
import {
  groundOf,
  heldText,
  nothingThere,
  type PackAnswer,
  type PackEntry,
  type PackGround,
  type Seen,
} from './factsPack';
import { FolderNames } from './folderNames';
import { digestOf, type Hash, type Look } from './look';
import type { ReadFile } from './scanner';

/** Makes the entries of a pack. What changed while the scan ran, or just before, is left out. */
export class PackBuilder {
  readonly entries = new Map<string, PackEntry>();
  /** By kind and path. */
  private readonly answers = new Map<string, PackAnswer | null>();
  private readonly seen = new Map<string, Seen | null>();
  private readonly renewed = new Map<PackGround, PackGround>();
  private readonly names: FolderNames;

  constructor(
    private readonly look: Look,
    private readonly hash: Hash,
    private readonly settled: number,
  ) {
    this.names = new FolderNames((folder) => look.names(folder));
  }

  /** Learns what a file was when it was read, so that it need not be read once more. */
  know(path: string, { stamp, digest }: ReadFile): void {
    this.seen.set(path, stamp.changed < this.settled ? { stamp: stamp.text, digest } : null);
  }

  add(file: string, facts: FileFacts | null): void {
    const own = this.answer({ kind: 'module', path: file });
    if (!own || own.stamp === null) return;
    const answers = new Set<PackAnswer>();
    for (const asked of facts?.asked ?? []) {
      const answer = this.answer(asked);
      if (!answer) return;
      answers.add(answer);
    }
    this.entries.set(file, { own, ground: groundOf([...answers]), held: heldText(facts) });
  }

  /** Takes over a file of an earlier pack that was not scanned anew, if its facts still hold. */
  takeOver(file: string, entry: PackEntry, holds: (entry: PackEntry) => boolean): void {
    if (this.entries.has(file) || !holds(entry)) return;
    const { own, ground, held } = entry;
    this.entries.set(file, { own: this.renew(own), ground: this.renewGround(ground), held });
  }

  private renewGround(ground: PackGround): PackGround {
    let renewed = this.renewed.get(ground);
    if (!renewed) {
      renewed = groundOf([...new Set(ground.answers.map((answer) => this.renew(answer)))]);
      this.renewed.set(ground, renewed);
    }
    return renewed;
  }

  /** The same answer with the stamp of now, which spares the next scan to read the file; not one that may change again unseen. */
  private renew(answer: PackAnswer): PackAnswer {
    const { asked, stamp, digest } = answer;
    const name = nameOf(asked);
    const known = this.answers.get(name);
    if (known) return known;
    const now = stamp === null ? null : this.look.stamp(asked.path);
    const renewed = now && now.changed < this.settled ? { asked, stamp: now.text, digest } : answer;
    this.answers.set(name, renewed);
    return renewed;
  }

  private answer(asked: Asked): PackAnswer | null {
    const name = nameOf(asked);
    const known = this.answers.get(name);
    if (known !== undefined) return known;
    const answer = this.find(asked);
    this.answers.set(name, answer);
    return answer;
  }

  private find(asked: Asked): PackAnswer | null {
    const { kind, path } = asked;
    if (kind === 'path') {
      const digest = this.look.path(path);
      return (digest === nothingThere && this.lack(path)) || { asked, stamp: null, digest };
    }
    const seen = this.see(path);
    if (!seen) return null;
    return (seen.stamp === null && this.lack(path)) || { asked, ...seen };
  }

  /** Why nothing stands at a path, which holds for many others; null where that cannot be told. */
  private lack(path: string): PackAnswer | null {
    const part = this.names.missingPart(path);
    if (part === null || this.look.path(part) !== nothingThere) return null;
    if (part !== path) return this.answer({ kind: 'path', path: part });
    return { asked: { kind: 'path', path }, stamp: null, digest: nothingThere };
  }

  /** Null for a file that may not be what it was when it was analysed. */
  private see(path: string): Seen | null {
    const known = this.seen.get(path);
    if (known !== undefined) return known;
    const stamp = this.look.stamp(path);
    const isSettled = !stamp || stamp.changed < this.settled;
    const digest = stamp && isSettled ? digestOf(path, this.look, this.hash) : '';
    const seen = isSettled && digest !== null ? { stamp: stamp?.text ?? null, digest } : null;
    this.seen.set(path, seen);
    return seen;
  }
}

function nameOf({ kind, path }: Asked): string {
  return `${kind}:${path}`;
}

import type { ScannedFile } from '../../inventory/scanner';
import type { Cancellation } from '../../shared/host';

/** About so many usages and questions to the workspace are received in a millisecond or two. */
const fullPortion = 1500;

/**
 * Hands over what a scan finds in portions that hold nobody up: the next one when the receiver has asked for more. What was
 * found meanwhile waits.
 */
export class Delivery implements Cancellation {
  cancelled = false;
  private waiting: ScannedFile[] = [];
  private isWanted = true;
  private isOffering = false;
  private whenEmpty: (() => void) | undefined;

  constructor(private readonly send: (files: readonly ScannedFile[]) => void) {}

  add(scanned: ScannedFile): void {
    this.waiting.push(scanned);
    this.offerSoon();
  }

  /** The receiver is ready for the next portion. */
  more(): void {
    this.isWanted = true;
    this.offerSoon();
  }

  /** The receiver wants nothing more. */
  cancel(): void {
    this.cancelled = true;
    this.waiting = [];
    this.whenEmpty?.();
  }

  /** Resolves when nothing waits any more. */
  emptied(): Promise<void> {
    if (this.waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => (this.whenEmpty = resolve));
  }

  /** In the next turn, so that files that come together go together. */
  private offerSoon(): void {
    if (!this.isWanted || this.isOffering || this.cancelled) return;
    this.isOffering = true;
    setImmediate(() => {
      this.isOffering = false;
      this.offer();
    });
  }

  private offer(): void {
    const portion = this.waiting.splice(0, portionLength(this.waiting));
    if (portion.length === 0) return;
    this.isWanted = false;
    this.send(portion);
    if (this.waiting.length === 0) this.whenEmpty?.();
  }
}

/** How many of the first files make a portion: one at the least, whatever it holds. */
function portionLength(files: readonly ScannedFile[]): number {
  let weight = 0;
  let count = 0;
  for (const { facts } of files) {
    if (weight >= fullPortion) break;
    weight += 1 + (facts ? facts.usages.length * 10 + facts.asked.length : 0);
    count++;
  }
  return count;
}

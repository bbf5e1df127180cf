import type { FileFacts } from '../analyzer/usage';
import { inSlices, takeSteps } from '../shared/slices';
import { describeFile, type DescriptionContext } from './describe';
import type { FileEntry } from './types';

type Done = (facts: FileFacts, entry: FileEntry | undefined) => void;

/** Describes files in slices of time. What is asked for once more before its turn came is described once, as it was last. */
export class Descriptions {
  private readonly waiting = new Map<string, FileFacts>();
  /** Which description of a file was begun last: an earlier one that ends after it says nothing. */
  private readonly turns = new Map<string, number>();
  private turn = 0;
  private isTaking = false;
  private taken: Promise<void> = Promise.resolve();

  /** @param done hears of each description; facts may have been overtaken since */
  constructor(
    private readonly context: () => DescriptionContext,
    private readonly done: Done,
    private readonly breathe: (() => Promise<void>) | undefined,
  ) {}

  /** Describes a file when those that were asked for before have had their turn. */
  later(facts: FileFacts): void {
    this.waiting.delete(facts.file);
    this.waiting.set(facts.file, facts);
    if (this.isTaking) return;
    this.isTaking = true;
    this.taken = inSlices(this.steps(), () => undefined, this.breathe);
    // Who waits for the end hears of an error.
    this.taken.catch(() => undefined);
  }

  /** Describes a file before those that wait. */
  async now(facts: FileFacts): Promise<void> {
    this.waiting.delete(facts.file);
    await takeSteps(this.describe(facts), this.breathe);
  }

  /** Resolves when nothing waits. */
  async settled(): Promise<void> {
    while (this.isTaking) await this.taken;
    await this.taken;
  }

  private *steps(): Generator<undefined, void> {
    try {
      for (const [file, facts] of this.waiting) {
        this.waiting.delete(file);
        yield* this.describe(facts);
      }
    } finally {
      this.isTaking = false;
    }
  }

  private *describe(facts: FileFacts): Generator<undefined, void> {
    const turn = ++this.turn;
    this.turns.set(facts.file, turn);
    const entry = yield* describeFile(facts, this.context());
    if (this.turns.get(facts.file) === turn) this.done(facts, entry);
  }
}

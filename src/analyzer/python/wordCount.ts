const ascii = /[A-Za-z_]\w*/g;

/** The words of a text that changes piece by piece. */
export class WordCount {
  private readonly counts = new Map<string, number>();
  private known: ReadonlySet<string> | null = null;

  /** The same set for as long as there are the same words. */
  get words(): ReadonlySet<string> {
    return (this.known ??= new Set(this.counts.keys()));
  }

  /** One piece becomes another one. */
  exchange(before: string, after: string): void {
    const changes = new Map<string, number>();
    const note = (word: string, by: number) => changes.set(word, (changes.get(word) ?? 0) + by);
    for (const [word] of before.matchAll(ascii)) note(word, -1);
    for (const [word] of after.matchAll(ascii)) note(word, 1);
    for (const [word, by] of changes) this.add(word, by);
  }

  private add(word: string, by: number): void {
    const before = this.counts.get(word) ?? 0;
    if (before + by > 0) this.counts.set(word, before + by);
    else this.counts.delete(word);
    if (before > 0 !== before + by > 0) this.known = null;
  }
}

/** The words of a text that changes piece by piece. */
export class WordCount {
  private readonly counts = new Map<string, number>();
  private readonly all = new Set<string>();

  get words(): ReadonlySet<string> {
    return this.all;
  }

  add(words: ReadonlySet<string>): void {
    for (const word of words) {
      this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
      this.all.add(word);
    }
  }

  remove(words: ReadonlySet<string>): void {
    for (const word of words) {
      const left = (this.counts.get(word) ?? 0) - 1;
      if (left > 0) this.counts.set(word, left);
      else {
        this.counts.delete(word);
        this.all.delete(word);
      }
    }
  }
}

const ascii = /[A-Za-z_]\w*/g;

/** The words of a text that changes piece by piece. */
export class WordCount {
  private readonly counts = new Map<string, number>();

  get words(): ReadonlySet<string> {
    return new Set(this.counts.keys());
  }

  add(code: string): void {
    for (const [word] of code.matchAll(ascii)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  remove(code: string): void {
    for (const [word] of code.matchAll(ascii)) {
      const left = (this.counts.get(word) ?? 0) - 1;
      if (left > 0) this.counts.set(word, left);
      else this.counts.delete(word);
    }
  }
}

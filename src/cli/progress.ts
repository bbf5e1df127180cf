/** A line of progress on stderr, when that is a terminal. */
export function showProgress(label: string) {
  const { stderr } = process;
  let shown = 0;
  return {
    report(done: number, total: number): void {
      const now = Date.now();
      if (!stderr.isTTY || now - shown < 100) return;
      shown = now;
      stderr.write(`\r\u001b[K${label}: ${done} of ${total} files`);
    },
    end(): void {
      if (shown > 0) stderr.write('\r\u001b[K');
    },
  };
}

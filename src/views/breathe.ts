/** Lets what else waits for the extension host's thread go first: keys, hovers, other extensions. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

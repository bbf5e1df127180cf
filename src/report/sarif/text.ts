/** SARIF wants messages that end with a full stop. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** A message of words that others wrote: readers of SARIF take `[a](b)` for a link, unless its brackets are escaped. */
export function plainMessage(text: string): { text: string } {
  return { text: /\]\(/.test(text) ? text.replace(/[[\]\\]/g, '\\$&') : text };
}

/** A number for a text, in the form that code scanning gives the lines of a source file. */
export function lineHash(text: string): string {
  const mask = (1n << 64n) - 1n;
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n) & mask;
  return `${hash.toString(16).padStart(16, '0')}:1`;
}

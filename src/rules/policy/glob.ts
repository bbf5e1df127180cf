/**
 * Whether `text` matches a glob as policies write them: `*` within a path segment, `**` across segments, `?` one character. Letters
 * match without case, as ids on the hub do. Linear in the text for each star, so a hostile pattern cannot hang the scan.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  return matchTokens(tokens(pattern.toLowerCase()), text.toLowerCase());
}

/** `**` followed by `/` also matches no folder at all. */
type Token = { readonly kind: 'char'; readonly char: string } | { readonly kind: 'one' | 'star' | 'deep' };

function tokens(pattern: string): Token[] {
  const found = pattern.match(/\*\*\/?|[^]/g) ?? [];
  return found.map((part) => {
    if (part.startsWith('**')) return { kind: 'deep' };
    if (part === '*') return { kind: 'star' };
    return part === '?' ? { kind: 'one' } : { kind: 'char', char: part };
  });
}

/** Keeps the set of pattern positions that the text so far can be at. */
function matchTokens(pattern: readonly Token[], text: string): boolean {
  let states = closure(pattern, new Set([0]));
  for (const char of text) {
    const next = new Set<number>();
    for (const state of states) {
      const token = pattern[state];
      if (token && accepts(token, char))
        next.add(token.kind === 'char' || token.kind === 'one' ? state + 1 : state);
    }
    if (next.size === 0) return false;
    states = closure(pattern, next);
  }
  return states.has(pattern.length);
}

function accepts(token: Token, char: string): boolean {
  if (token.kind === 'char') return token.char === char;
  return token.kind === 'deep' || char !== '/';
}

/** Stars may match nothing. */
function closure(pattern: readonly Token[], states: Set<number>): Set<number> {
  for (const state of states) {
    const kind = pattern[state]?.kind;
    if (kind === 'star' || kind === 'deep') states.add(state + 1);
  }
  return states;
}

import type { SyntaxNode } from '../../syntax';

/** The text of a string literal as the program sees it, and whether it is what stands in the source. */
export function stringText(source: string, node: SyntaxNode): { text: string; plain: boolean } {
  const written = source.slice(node.start + 1, node.end - 1);
  if (!written.includes('\\')) return { text: written, plain: true };
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };
  const text = written.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi, (_, ...found) => {
    const [braced, four, two, other] = found as (string | undefined)[];
    const code = braced ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
    return escapes[other ?? ''] ?? other ?? '';
  });
  return { text, plain: false };
}

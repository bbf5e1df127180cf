import { marked, type Token, type Tokens } from 'marked';

/** What a piece of Markdown turns into when the parser that VS Code uses reads it. */
export interface Rendered {
  /** All text, entities decoded. */
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** Kinds of tokens that occur, `text` and the like apart. */
  readonly kinds: ReadonlySet<string>;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#36;': '$' };

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|#36);/g, (entity) => entities[entity] ?? entity);
}

/** Reads Markdown with `marked`, as VS Code does. */
export function render(markdown: string): Rendered {
  const links: { text: string; href: string }[] = [];
  const kinds = new Set<string>();
  const parts: string[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    kinds.add(token.type);
    if (token.type === 'link')
      links.push({ text: decode(plain(token as Tokens.Link)), href: (token as Tokens.Link).href });
    const leaf = !('tokens' in token) || token.tokens === undefined;
    if (leaf && (token.type === 'text' || token.type === 'escape'))
      parts.push(decode((token as Tokens.Text).text));
  });
  return { text: parts.join(''), links, kinds };
}

function plain(token: Tokens.Link): string {
  return token.tokens.map((inner) => ('text' in inner ? String(inner.text) : '')).join('');
}

/** Inline Markdown and HTML -> plain text and its links. */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Span } from './block';
import { type Link, webAddress } from './link';

/** Longer paragraphs are read as they stand, without their markup being understood. */
const longest = 30_000;

/** What markup and links are made of; most cells of tables have none. */
const markup = /[*_`[\]<>&\\~]|:\/\//;

/** Reads inline source with the library's inline parser. */
export function readInline(library: MarkdownIt, source: string): Span {
  if (!markup.test(source)) return { text: source.trim(), links: [] };
  if (source.length > longest) return withBareLinks(source, []);
  const tokens: Token[] = [];
  // The inline parser itself: the library's own way in would run the rules for whole documents each time.
  library.inline.parse(source.includes('<sup>') ? source.replace(footnote, '') : source, library, {}, tokens);
  const writer = new SpanWriter();
  for (const token of tokens) writer.add(token);
  return withBareLinks(writer.text, writer.links);
}

/** The mark of a footnote: it would become part of the word before it. */
const footnote = /<sup>[\d,\s*†‡]{1,8}<\/sup>/g;

class SpanWriter {
  text = '';
  readonly links: Link[] = [];
  private open: { url: string; start: number } | null = null;

  add(token: Token): void {
    if (token.type === 'link_open')
      this.open = { url: String(token.attrGet('href') ?? ''), start: this.text.length };
    else if (token.type === 'link_close') this.close();
    else if (token.type === 'softbreak' || token.type === 'hardbreak') this.text += '\n';
    else if (token.type === 'html_inline') this.html(token.content);
    else if (token.type === 'image') this.text += token.content;
    else if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special')
      this.text += token.content;
  }

  private html(tag: string): void {
    const href = anchor.exec(tag);
    if (href) this.open = { url: href[1] ?? href[2] ?? '', start: this.text.length };
    else if (/^<\/a/i.test(tag)) this.close();
    else if (/^<(?:br|\/?p|\/?div|\/?li|\/?tr)\b/i.test(tag)) this.text += ' ';
  }

  private close(): void {
    const link = this.open;
    this.open = null;
    const url = link && webAddress(link.url);
    if (!link || !url) return;
    this.links.push({
      text: this.text.slice(link.start).trim(),
      url,
      start: link.start,
      end: this.text.length,
    });
  }
}

const anchor = /^<a\s[^>]{0,500}?href\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** Adds the addresses that stand in the text without being links. */
function withBareLinks(text: string, links: readonly Link[]): Span {
  if (!text.includes('://')) return { text, links };
  const bare = [...text.matchAll(/https?:\/\/[^\s<>"'`()[\]{}|\\^]{3,500}/gi)].flatMap((match) => {
    const start = match.index;
    if (links.some((link) => link.start <= start && start < link.end)) return [];
    const url = webAddress(match[0].replace(/[.,;:!?*_]+$/, ''));
    return url ? [{ text: url, url, start, end: start + url.length }] : [];
  });
  if (bare.length === 0) return { text, links };
  return { text, links: [...links, ...bare].sort((a, b) => a.start - b.start) };
}

/** HTML soup as text: tags dropped, links kept, cells and lines apart. */
export function readHtml(library: MarkdownIt, html: string): Span {
  const visible = html
    .slice(0, longest)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
  // Markdown's own escapes mean nothing in HTML; a line is enough for the inline parser to see the tags.
  return readInline(library, visible.replace(/\n\s*\n/g, '\n'));
}

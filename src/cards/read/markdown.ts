/** Markdown -> blocks with their lines and sections, by markdown-it. */
import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Section, Span, TableRow } from './block';
import { readHtml, readInline } from './inline';

/** Reads Markdown. Make one and keep it: the library is set up once. */
export class MarkdownReader {
  private readonly inlineLibrary = new MarkdownIt({ html: true });
  private readonly library = new MarkdownIt({ html: true });

  constructor() {
    // Inline text is parsed by us, block by block, so that one huge paragraph can be left out.
    this.library.core.ruler.disable(['inline', 'linkify', 'replacements', 'smartquotes']);
    // Addresses are checked by `webAddress`, all of them, however they stand in the card.
    this.inlineLibrary.normalizeLink = (url) => url;
  }

  /** The blocks of `lines` from `firstLine` on. */
  read(lines: readonly string[], firstLine: number): Block[] {
    const tokens = this.library.parse(lines.slice(firstLine).join('\n'), {});
    return new BlockWriter(tokens, firstLine, this.inline, this.html).write();
  }

  private readonly inline = (source: string) => readInline(this.inlineLibrary, source);
  private readonly html = (source: string) => readHtml(this.inlineLibrary, source);
}

const noSection: Section = { title: '', path: [] };

/** Walks the library's tokens once. */
class BlockWriter {
  private readonly blocks: Block[] = [];
  private readonly titles: (string | null)[] = [];
  private section = noSection;
  private lists = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly firstLine: number,
    private readonly inline: (source: string) => Span,
    private readonly html: (source: string) => Span,
  ) {}

  write(): Block[] {
    for (let index = 0; index < this.tokens.length; index++) index = this.step(index);
    return this.blocks;
  }

  /** Handles the token at `index` and answers the last one that it used up. */
  private step(index: number): number {
    const token = this.tokens[index];
    if (!token) return index;
    if (token.type === 'list_item_open') this.lists++;
    else if (token.type === 'list_item_close') this.lists--;
    else if (token.type === 'heading_open') return this.heading(token, index);
    else if (token.type === 'table_open') return this.table(token, index);
    else if (token.type === 'inline') this.text(token, this.inline(token.content));
    else if (token.type === 'html_block') this.text(token, this.html(token.content));
    else if (token.type === 'fence' || token.type === 'code_block')
      this.blocks.push({ kind: 'code', text: token.content, ...this.place(token) });
    return index;
  }

  private heading(token: Token, index: number): number {
    const level = Number(token.tag.slice(1));
    const span = this.inline(this.tokens[index + 1]?.content ?? '');
    const title = span.text.replace(/\s+/g, ' ').trim().slice(0, 200);
    this.titles.length = Math.min(this.titles.length, level - 1);
    while (this.titles.length < level - 1) this.titles.push(null);
    this.titles.push(title.toLowerCase());
    this.section = { title, path: this.titles.filter((one) => one !== null) };
    this.blocks.push({ kind: 'heading', ...span, ...this.place(token) });
    return index + 2;
  }

  private text(token: Token, span: Span): void {
    if (span.text.trim() === '') return;
    this.blocks.push({ kind: 'text', ...span, inList: this.lists > 0, ...this.place(token) });
  }

  private table(token: Token, index: number): number {
    const rows: TableRow[] = [];
    let cells: Span[] = [];
    let at = index + 1;
    for (; at < this.tokens.length; at++) {
      const one = this.tokens[at];
      if (!one || one.type === 'table_close') break;
      if (one.type === 'tr_open') cells = [];
      else if (one.type === 'inline') cells.push(this.inline(one.content));
      else if (one.type === 'tr_close')
        rows.push({
          cells,
          line: this.firstLine + (token.map?.[0] ?? 0) + rows.length + (rows.length > 0 ? 1 : 0),
        });
    }
    const [header, ...body] = rows;
    this.blocks.push({ kind: 'table', header: header?.cells ?? [], rows: body, ...this.place(token) });
    return at;
  }

  private place(token: Token): { section: Section; startLine: number; endLine: number } {
    const [start, end] = token.map ?? [0, 1];
    const startLine = this.firstLine + start;
    return { section: this.section, startLine, endLine: Math.max(startLine, this.firstLine + end - 1) };
  }
}

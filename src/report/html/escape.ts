import { printable } from '../../shared/printable';

/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

/** Markup with values: every text is escaped, what is `Html` already is not. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { html: parts.map((part, index) => part + render(values[index] ?? '')).join('') };
}

type HtmlValue = string | number | Html | readonly Html[];

function render(value: HtmlValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return 'html' in value ? value.html : value.map(render).join('');
}

/** Text as HTML that shows exactly that text, in an element or an attribute. What cannot be shown is made visible. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

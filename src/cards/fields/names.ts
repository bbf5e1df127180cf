/** What a line of names or links says, one reading each. */
import type { Span } from '../read/block';
import { hubPage, type Link } from '../read/link';
import { isPlaceholder, type Reading } from './field';

/** `label: [a](…), b`: one reading a link, else one a name of the list. */
export function namesIn({ text, links: all }: Span): Reading[] {
  if (all.length > 0) return all.map((link) => ({ value: nameOfLink(link), link: link.url }));
  if (text.length > 300) return [];
  return text
    .split(/\s*[,;]\s*(?![^()]*\))|\s+and\s+/)
    .map((name) => name.replace(/[.\s]+$/, '').trim())
    .filter((name) => name !== '' && name.length <= 80 && !isPlaceholder(name))
    .map((value) => ({ value }));
}

export function nameOfLink(link: Link): string {
  const page = hubPage(link.url);
  if (/^(?:here|link|this|url|https?:.*|dataset|paper|repo(?:sitory)?|\s*)$/i.test(link.text))
    return page?.id ?? link.url;
  return link.text.replace(/\s+/g, ' ').slice(0, 160);
}

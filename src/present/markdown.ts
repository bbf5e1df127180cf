import type { Localize, Message } from '../shared/message';
import { shown } from './shown';

/**
 * Text as Markdown that renders as exactly that text: no emphasis, link, autolink, HTML, icon or line break can come
 * out of it. `$` is an entity because VS Code looks for `$(icon)` after Markdown's own escapes are gone.
 */
export function escapeMarkdown(text: string): string {
  return shown(text, 2000)
    .replace(/[!"#%'()*+,\-.:;=?@[\\\]^_`{|}~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\$/g, '&#36;');
}

/** A name of the source or the catalogue, cut to a length that a hover can hold. */
export function escapeName(name: string): string {
  return escapeMarkdown(shown(name));
}

/** A sentence of ours around text that is not: the arguments are escaped, the template is not. */
export function markdownSentence(localize: Localize, { text, args }: Message): string {
  return localize({ text, args: args.map((arg) => (typeof arg === 'string' ? escapeMarkdown(arg) : arg)) });
}

/** A link. `label` is Markdown already; `target` is one of our own making, see `commandTarget` and `hubPage`. */
export function link(label: string, target: string): string {
  return `[${label}](${target})`;
}

/** Percent-encodes all but letters, digits and `-_.~`: nothing in the answer can end a Markdown link. */
export function encodeStrictly(text: string): string {
  // A lone surrogate cannot be encoded.
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The target of a link that runs a command of ours with `args`. */
export function commandTarget(command: string, ...args: unknown[]): string {
  return `command:${command}?${encodeStrictly(JSON.stringify(args))}`;
}

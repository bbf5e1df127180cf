/** Addresses as text: the core has no URL class. */

/** `owner/name` or an old bare `name`, as the hub allows them. */
const hubId = /^(?!.*(?:--|\.\.))[A-Za-z0-9_][\w.-]{0,95}(?:\/[A-Za-z0-9_][\w.-]{0,95})?$/;

/** Names that could be files: a question for them would tell the hub of something that is no model of it. */
const fileLike = /\.(?:json|ya?ml|txt|py|pt|pth|bin|onnx|safetensors|gguf|ckpt|h5|pb|tflite|zip|tar|gz)$/i;

/** Whether the hub could know these words; anything else is never sent. */
export function isHubId(text: string): boolean {
  return hubId.test(text) && !fileLike.test(text);
}

/** Scheme, host and port, lower case; null when it is no http address. */
export function originOf(url: string): string | null {
  const [, origin] = /^(https?:\/\/[^/?#]+)/i.exec(url) ?? [];
  return origin?.toLowerCase() ?? null;
}

/** Where a `Location` leads from `from`; null when that is no http address, or gives up encryption. */
export function redirected(from: string, location: string): string | null {
  const origin = originOf(from);
  if (origin === null || /^(?!https?:)[a-z][\w+.-]*:/i.test(location)) return null;
  const target = /^https?:\/\//i.test(location)
    ? location
    : location.startsWith('//')
      ? `${origin.slice(0, origin.indexOf(':'))}:${location}`
      : location.startsWith('/')
        ? origin + location
        : `${from.replace(/[?#].*$/, '').replace(/[^/]*$/, '')}${location}`;
  const next = originOf(target);
  if (next === null || (origin.startsWith('https:') && next.startsWith('http:'))) return null;
  return target;
}

/** The cursor of the next page that a `Link` header names; null on the last page. */
export function nextCursor(link: string | null): string | null {
  for (const [, target = '', relations = ''] of (link ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (!/\brel="?[^";]*\bnext\b/.test(relations)) continue;
    const [, cursor] = /[?&]cursor=([^&#]+)/.exec(target) ?? [];
    if (cursor !== undefined) return decodeURIComponent(cursor);
  }
  return null;
}

/** An id as part of a path. */
export function idPath(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}

/** The path of a model's card. */
export function cardPath(id: string, revision = 'main'): string {
  return `/${idPath(id)}/raw/${encodeURIComponent(revision)}/README.md`;
}

import { encodeStrictly } from '../present/markdown';

/** A path of the workspace as a relative URI. */
export function relativeUri(file: string): string {
  return file.split('/').map(encodeStrictly).join('/');
}

/** A folder as a URI that ends with a slash: an absolute path, a Windows path, or a URI already. */
export function fileUri(root: string): string {
  if (/^[a-z][\w+.-]+:\/\//i.test(root)) return root.endsWith('/') ? root : `${root}/`;
  const parts = root.replaceAll('\\', '/').split('/');
  const path = parts.map((part) => (/^[A-Za-z]:$/.test(part) ? part : encodeStrictly(part))).join('/');
  return `file://${path.startsWith('/') ? '' : '/'}${path}${path.endsWith('/') ? '' : '/'}`;
}

/** What an import names: a package by its name, its address on a CDN or its Deno specifier. */

const address = /^https?:\/\/[^/]+\/(?:npm\/|v\d+\/|gh\/|\*)?(.*)$/;
const specifier = /^(?:npm:|jsr:)/;
const version = /^((?:@[^/@]+\/)?[^/@]+)@[^/]+/;

/** The segments of a package: `['@huggingface/transformers']`, `['@langchain/community', 'embeddings', 'hf']`. */
export function packagePath(source: string): string[] {
  const bare = (address.exec(source)?.[1] ?? source)
    .replace(specifier, '')
    .replace(/[?#].*$/, '')
    .replace(version, '$1');
  const [first = '', ...rest] = bare.split('/');
  const [scope, inner] = first.startsWith('@') ? [`${first}/${rest[0] ?? ''}`, rest.slice(1)] : [first, rest];
  // A file of the package's build is the package.
  return inner.some((segment) => /^(dist|build|\+esm)$|\.[cm]?js$/.test(segment))
    ? [scope]
    : [scope, ...inner];
}

/** Whether an import names a file of the project. */
export function isRelative(source: string): boolean {
  return /^\.{1,2}(\/|$)/.test(source);
}

/** Paths that a relative import may mean, the likeliest first. */
export function modulePaths(from: string, source: string): string[] {
  const folder = from.split('/').slice(0, -1);
  for (const segment of source.split('/')) {
    if (segment === '..') {
      if (folder.pop() === undefined) return [];
    } else if (segment !== '.' && segment !== '') folder.push(segment);
  }
  const base = folder.join('/');
  const typed = base.replace(/\.([cm]?)js(x?)$/, '.$1ts$2');
  if (/\.[cm]?[jt]sx?$/.test(base)) return typed === base ? [base] : [base, typed];
  return ['.ts', '.js', '.tsx', '.jsx', '.mjs', '/index.ts', '/index.js'].map((end) => base + end);
}

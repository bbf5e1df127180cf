/** `*` stands for any run of characters. Compiled once per glob by whoever keeps the result. */
export function globPattern(glob: string): RegExp {
  const escaped = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`, 's');
}

/** Whether a text fits any of the globs. */
export function fitsAny(globs: readonly string[] | undefined, text: string): boolean {
  return globs?.some((glob) => globPattern(glob).test(text)) ?? false;
}

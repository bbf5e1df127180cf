/** `*` stands for any run of characters. Compiled once per glob by whoever keeps the result. */
export function globPattern(glob: string): RegExp {
  return anyOf([glob]);
}

/** What fits any of the globs; nothing fits none. */
export function anyOf(globs: readonly string[]): RegExp {
  const sources = globs.map((glob) =>
    glob
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );
  return new RegExp(globs.length === 0 ? '(?!)' : `^(?:${[...new Set(sources)].join('|')})$`, 's');
}

/** Whether a text fits any of the globs. */
export function fitsAny(globs: readonly string[] | undefined, text: string): boolean {
  return globs?.some((glob) => globPattern(glob).test(text)) ?? false;
}

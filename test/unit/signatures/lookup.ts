/** Finds the signature of a dotted name by the words of `signature.ts` alone, apart from the analyzer's own matching. */
import type { LoaderSignature, SignatureFamily, SignatureLanguage } from '../../../src/analyzer/signature';
import { families } from '../../../src/analyzer/signatures/families';

export interface Found {
  readonly family: SignatureFamily;
  readonly loader: LoaderSignature;
  /** The dotted name, root included. */
  readonly segments: readonly string[];
}

/** `call` as a regular expression over the dotted name behind the root. */
export function expression(call: string): RegExp {
  const segments = call.split('.').map((segment) => {
    if (segment === '**') return '(?:[^.]+\\.)*';
    return `${segment.replace(/[+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]*')}\\.`;
  });
  return new RegExp(`^${segments.join('')}$`);
}

export function callsOf(loader: LoaderSignature): readonly string[] {
  return typeof loader.call === 'string' ? [loader.call] : loader.call;
}

/** All loaders that fit, in the order of their tables. */
export function findAll(dotted: string, language: SignatureLanguage = 'python'): Found[] {
  return families
    .filter((family) => family.language === language)
    .flatMap((family) =>
      family.roots
        .filter((root) => dotted === root || dotted.startsWith(`${root}.`))
        .flatMap((root) => fits(family, root, dotted)),
    );
}

/** The loader that decides what a call is. */
export function find(dotted: string, language?: SignatureLanguage): Found | undefined {
  return findAll(dotted, language).find(({ loader }) => loader.also !== true);
}

/** What the table says of the loaded part. */
export function partOf({ family, loader, segments }: Found): string {
  if (loader.part) return loader.part;
  const last = segments.at(-1) ?? '';
  const name = /^[a-z]/.test(last) ? (segments.at(-2) ?? last) : last;
  const match = family.parts?.find(([glob]) => expression(glob).test(`${name}.`));
  return match?.[1] ?? 'weights';
}

/** The id that the loader's own name holds. */
export function namedId({ loader, segments }: Found): string | null {
  if (loader.idFrom === 'name') return segments.at(-1) ?? null;
  if (loader.idFrom === 'root') return segments[0] ?? null;
  return loader.idFrom ? loader.idFrom(segments) : null;
}

function fits(family: SignatureFamily, root: string, dotted: string): Found[] {
  const rest = `${dotted.slice(root.length + 1)}.`;
  const segments = [root, ...rest.slice(0, -1).split('.')];
  return family.loaders
    .filter((loader) => callsOf(loader).some((call) => expression(call).test(rest)))
    .map((loader) => ({ family, loader, segments }));
}

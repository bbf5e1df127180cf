/** A page of PyTorch Hub (Markdown with front matter, or its fields as JSON) -> the entry points that it loads. */
import type { FactSources, Statement } from './statement';

/** `torch.hub.load('owner/repo:ref', 'entry'` on a page. */
const loadCall =
  /torch\.hub\.load\(\s*(['"])([\w.-]+\/[\w.-]+)(?::[^'"]*)?\1\s*,\s*(?:model\s*=\s*)?(['"])([\w.-]+)\3/g;

/** The statements of a Markdown page. A page says what is loaded, and nothing of licences. */
export function pageStatements(markdown: string, sources: FactSources): Statement[] {
  const loads = [...markdown.matchAll(loadCall)].map(
    ([, , repository = '', , entry = '']) => [repository, entry] as const,
  );
  return entryStatements(loads, sources);
}

/** The statements of pages as JSON: `[{ "loads": [["owner/repo:ref", "entry"], …] }, …]`. */
export function pageListStatements(pages: unknown, sources: FactSources): Statement[] {
  if (!Array.isArray(pages)) return [];
  const loads = pages.flatMap((page: { readonly loads?: unknown } | null) =>
    Array.isArray(page?.loads) ? (page.loads as unknown[]) : [],
  );
  const pairs = loads.flatMap((load) => {
    if (!Array.isArray(load)) return [];
    const [written, entry] = load as unknown[];
    return typeof written === 'string' && typeof entry === 'string'
      ? [[written.replace(/:.*/, ''), entry] as const]
      : [];
  });
  return entryStatements(pairs, sources);
}

function entryStatements(
  loads: readonly (readonly [repository: string, entry: string])[],
  sources: FactSources,
): Statement[] {
  const ids = new Set(loads.map(([repository, entry]) => `${repository}#${entry}`));
  return [...ids].map((id) => ({
    id,
    hub: 'pytorch',
    sources,
    facts: {
      description: {
        task: null,
        library: 'torch.hub',
        frameworks: ['pytorch'],
        languages: [],
        baseModels: [],
        datasets: [],
        papers: [],
        gated: null,
        created: null,
      },
    },
  }));
}

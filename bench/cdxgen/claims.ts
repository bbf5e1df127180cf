import type { Claim } from './compare';

interface Report {
  readonly usages: readonly {
    readonly file: string;
    readonly line: number;
    readonly written: readonly string[];
    readonly models: readonly (string | null)[];
  }[];
}

/** The models of a JSON report; local ones are none that a hub has. */
export function claimsOfReport(report: unknown): Claim[] {
  const found = new Map<string, Claim>();
  for (const { file, line, written, models } of (report as Report).usages) {
    models.forEach((id, index) => {
      if (id === null) return;
      const known = found.get(id);
      const names = new Set([
        ...(known?.names ?? []),
        id.toLowerCase(),
        bare(id),
        (written[index] ?? id).toLowerCase(),
      ]);
      const place = known?.place ?? `${file}:${line}`;
      found.set(id, { id, names: [...names], isHubId: true, place });
    });
  }
  return [...found.values()];
}

interface Bom {
  readonly components?: readonly {
    readonly type: string;
    readonly group?: string;
    readonly name: string;
    readonly purl?: string;
    readonly evidence?: { readonly occurrences?: readonly { readonly location: string }[] };
  }[];
}

/** The model components of cdxgen's bill. */
export function claimsOfBom(bom: unknown): Claim[] {
  const models = ((bom as Bom).components ?? []).filter(({ type }) => type === 'machine-learning-model');
  return models.map(({ group, name, purl = '', evidence }) => {
    const isHubId = purl.startsWith('pkg:huggingface/');
    const id = isHubId && group ? `${group}/${name}` : name;
    const place = evidence?.occurrences?.[0]?.location.replace(/#L(\d+).*/, ':$1') ?? '';
    return { id, names: [id.toLowerCase(), bare(id)], isHubId, place };
  });
}

/** The name behind the owner: `gpt2` for `openai-community/gpt2`, the entry for `torch.hub`. Libraries write it so. */
function bare(id: string): string {
  return (id.split(/[/#]/).at(-1) ?? id).toLowerCase();
}

import type { Facts } from '../../../src/db/etl/statement';
import type { Statement } from '../facts';
import { unique } from '../../../src/db/etl/hubRecord';
import { emptyDescription, readJson } from './files';

interface MtebModel {
  readonly name: string;
  readonly license: string | null;
  readonly n_parameters: number | null;
  readonly release_date: string | null;
  readonly languages: readonly string[] | null;
  readonly framework: readonly string[] | null;
  readonly adapted_from: string | null;
  readonly open_weights: boolean | null;
}

/** MTEB: embedding models whose weights are published (the others are services, not models of the hub). */
export function mteb(folder: string): Statement[] {
  return readJson<MtebModel[]>(folder, 'hub/mteb_2026-08.json')
    .filter((model) => model.name.includes('/') && model.open_weights !== false)
    .map((model) => ({
      id: model.name,
      hub: 'huggingface',
      source: 'mteb',
      facts: {
        ...mtebLicense(model.license),
        ...(model.n_parameters ? { parameters: model.n_parameters } : {}),
        description: mtebDescription(model),
      },
    }));
}

/** More languages than this are a multilingual model. */
const manyLanguages = 20;

function mtebDescription({ framework, languages, adapted_from: base, release_date: created }: MtebModel) {
  const codes = unique((languages ?? []).map((code) => isoLanguages[code.slice(0, 3)] ?? code.slice(0, 3)));
  return emptyDescription({
    library: mtebLibraries.find(([name]) => framework?.includes(name))?.[1] ?? null,
    frameworks: ['PyTorch', 'safetensors', 'ONNX', 'GGUF']
      .filter((name) => framework?.includes(name))
      .map((name) => name.toLowerCase()),
    languages: codes.length > manyLanguages ? ['multilingual'] : codes,
    baseModels: base?.includes('/') ? [base] : [],
    created,
  });
}

/** MTEB's name of a library -> the hub's; the first that a model names is the one that loads it. */
const mtebLibraries = [
  ['Sentence Transformers', 'sentence-transformers'],
  ['PyLate', 'PyLate'],
  ['Transformers', 'transformers'],
] as const;

/** ISO 639-3 -> 639-1 for the languages that MTEB's models of one or a few languages have. */
const isoLanguages: Readonly<Record<string, string>> = Object.fromEntries(
  `ara ar ben bn bul bg cat ca ces cs dan da deu de ell el eng en est et fas fa fin fi fra fr heb he hin hi hrv hr hun hu
  ind id isl is ita it jpn ja kor ko lit lt lav lv mar mr nld nl nob nb nno nn nor no pol pl por pt ron ro rus ru slk sk
  slv sl spa es swe sv tam ta tel te tha th tur tr ukr uk urd ur vie vi zho zh`
    .match(/\w{3} \w{2}/g)
    ?.map((pair) => pair.split(' ') as [string, string]) ?? [],
);

/** A link is a licence of its own: `other`, with the link kept. */
function mtebLicense(license: string | null): Facts {
  if (!license || license === 'not specified') return {};
  const isLink = license.startsWith('http');
  return {
    license: isLink
      ? { id: 'other', name: null, link: license }
      : { id: license.toLowerCase(), name: null, link: null },
  };
}

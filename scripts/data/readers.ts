/** One reader a source: a file of the reference folder -> statements on models. Facts only; no sentence is taken. */
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { XzReadableStream } from 'xz-decompress';
import type { Facts, Statement } from './facts';
import { type HubRecord, hubFacts, unique } from './hubRecord';

type Row = Readonly<Record<string, string>>;

const readJson = <T>(folder: string, path: string) =>
  JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
const readCsv = (folder: string, path: string) =>
  parse(readFileSync(join(folder, path)), { columns: true, relax_quotes: true, bom: true }) as Row[];

/** The lines of an .xz file, one at a time: the listing unpacked would not be small. */
async function* xzLines(file: string): AsyncGenerator<string> {
  const packed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const input = Readable.fromWeb(new XzReadableStream(packed) as never);
  yield* createInterface({ input, crlfDelay: Infinity });
}

/** A hub listing, one API record a line. */
export async function* listing(
  folder: string,
  path: string,
  source: 'h22' | 'h24',
): AsyncGenerator<Statement> {
  for await (const line of xzLines(join(folder, path))) {
    const record = JSON.parse(line) as HubRecord;
    const id = record.id ?? record.modelId;
    if (id) yield { id, hub: 'huggingface', source, facts: hubFacts(record) };
  }
}

/** Full API records of current models. */
export function nexus(folder: string): Statement[] {
  return readJson<(HubRecord & { source?: string })[]>(folder, 'hub/ai-nexus_2025-11.json').flatMap(
    (record) =>
      record.id && record.tags && record.source === 'huggingface'
        ? [{ id: record.id, hub: 'huggingface', source: 'nexus', facts: hubFacts(record) }]
        : [],
  );
}

/** PeaTMOSS: the licence that the hub gave in August 2023, and how many repositories load the model. */
export function peatmossLinks(folder: string): Statement[] {
  const models = new Map<string, { license: string; repositories: Set<string> }>();
  for (const { repository = '', model = '', license = '' } of readCsv(folder, 'peatmoss/links.csv')) {
    const known = models.get(model) ?? { license, repositories: new Set() };
    models.set(model, known);
    known.repositories.add(repository);
  }
  return [...models].map(([id, { license, repositories }]) => ({
    id,
    hub: 'huggingface',
    source: 'pm',
    facts: {
      ...(license ? { license: { id: license.toLowerCase(), name: null, link: null } } : {}),
      reuse: repositories.size,
    },
  }));
}

/** PeaTMOSS: monthly downloads. */
export function peatmossDownloads(folder: string): Statement[] {
  return Object.entries(readJson<Record<string, number>>(folder, 'peatmoss/downloads.json')).map(
    ([id, downloads]) => ({
      id,
      hub: 'huggingface',
      source: 'pm',
      facts: { popularity: { downloads, likes: null } },
    }),
  );
}

/** Open LLM Leaderboard, both versions: licence, parameters, architecture, base model. */
export function leaderboards(folder: string): Statement[] {
  const first = readCsv(folder, 'hub/leaderboard-v1_2024-06.csv').map((row) =>
    leaderboardRow('lb1', row['fullname'], row['hub_license'], row['params_b'], row['architecture']),
  );
  const second = readCsv(folder, 'hub/leaderboard-v2_2025-03.csv').map((row) =>
    leaderboardRow(
      'lb2',
      row['model_name'],
      row['metadata_hub_license'],
      row['metadata_params_billions'],
      row['model_architecture'],
    ),
  );
  return [...first, ...second].filter(({ id }) => /^[^/\s]+\/[^/\s]+$/.test(id));
}

function leaderboardRow(
  source: 'lb1' | 'lb2',
  id = '',
  license = '',
  billions = '',
  architecture = '',
): Statement {
  const parameters = Math.round(Number(billions) * 1e9);
  return {
    id,
    hub: 'huggingface',
    source,
    facts: {
      ...(/^[a-z][\w.+-]*$/i.test(license)
        ? { license: { id: license.toLowerCase(), name: null, link: null } }
        : {}),
      ...(parameters > 0 ? { parameters } : {}),
      ...(/^\w+$/.test(architecture) && !/^(unknown|\?)$/i.test(architecture)
        ? { architectures: [architecture] }
        : {}),
    },
  };
}

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
const isoLanguages: Readonly<Record<string, string>> = {
  ...{
    ara: 'ar',
    ben: 'bn',
    bul: 'bg',
    cat: 'ca',
    ces: 'cs',
    dan: 'da',
    deu: 'de',
    ell: 'el',
    eng: 'en',
    est: 'et',
  },
  ...{
    fas: 'fa',
    fin: 'fi',
    fra: 'fr',
    heb: 'he',
    hin: 'hi',
    hrv: 'hr',
    hun: 'hu',
    ind: 'id',
    isl: 'is',
    ita: 'it',
  },
  ...{
    jpn: 'ja',
    kor: 'ko',
    lit: 'lt',
    lav: 'lv',
    mar: 'mr',
    nld: 'nl',
    nob: 'nb',
    nno: 'nn',
    nor: 'no',
    pol: 'pl',
  },
  ...{
    por: 'pt',
    ron: 'ro',
    rus: 'ru',
    slk: 'sk',
    slv: 'sl',
    spa: 'es',
    swe: 'sv',
    tam: 'ta',
    tel: 'te',
    tha: 'th',
  },
  ...{ tur: 'tr', ukr: 'uk', urd: 'ur', vie: 'vi', zho: 'zh' },
};

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

/** timm: parameters, and the licence where one is stated. */
export function timm(folder: string): Statement[] {
  const rows = readJson<{ id: string; arch: string; license: string | null; params_m: number | null }[]>(
    folder,
    'hub/timm_2026-08.json',
  );
  return rows.map(({ id, arch, license, params_m: millions }) => ({
    id,
    hub: 'huggingface',
    source: 'timm',
    facts: {
      ...(license ? { license: { id: license.toLowerCase(), name: null, link: null } } : {}),
      ...(millions ? { parameters: Math.round(millions * 1e6) } : {}),
      description: emptyDescription({
        task: 'image-classification',
        library: 'timm',
        frameworks: ['pytorch'],
      }),
      architectures: [arch],
    },
  }));
}

/** spaCy packages: the licence of the newest version. */
export function spacy(folder: string): Statement[] {
  const rows = readJson<{ name: string; version: string; license: string }[]>(
    folder,
    'hub/spacy_2025-05.json',
  );
  const newest = new Map<string, { version: string; license: string }>();
  for (const { name, version, license } of rows) {
    const known = newest.get(name);
    if (!known || compareVersions(version, known.version) > 0) newest.set(name, { version, license });
  }
  return [...newest].map(([name, { license }]) => ({
    id: `spacy/${name}`,
    hub: 'huggingface',
    source: 'spacy',
    facts: {
      license: { id: license.toLowerCase(), name: null, link: null },
      description: emptyDescription({
        library: 'spacy',
        languages: [name.slice(0, 2)].filter((code) => code !== 'xx'),
      }),
    },
  }));
}

function compareVersions(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (x?.[part] ?? 0) - (y?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function emptyDescription(
  known: Partial<NonNullable<Facts['description']>>,
): NonNullable<Facts['description']> {
  const empty = {
    frameworks: [],
    languages: [],
    baseModels: [],
    datasets: [],
    papers: [],
    gated: null,
    created: null,
  };
  return { task: null, library: null, ...empty, ...known };
}

interface FitModel {
  readonly name: string;
  readonly parameters_raw: number | null;
  readonly hf_downloads: number | null;
  readonly hf_likes: number | null;
  readonly pipeline_tag: string | null;
}

/** llmfit: current language models with parameters and downloads. */
export function llmfit(folder: string): Statement[] {
  return readJson<FitModel[]>(folder, 'hub/llmfit_2026-05.json')
    .filter(({ name }) => /^[^/\s]+\/[^/\s]+$/.test(name))
    .map(
      ({
        name,
        parameters_raw: parameters,
        hf_downloads: downloads,
        hf_likes: likes,
        pipeline_tag: task,
      }) => ({
        id: name,
        hub: 'huggingface',
        source: 'llmfit',
        facts: {
          ...(parameters ? { parameters } : {}),
          ...(downloads ? { popularity: { downloads, likes: likes || null } } : {}),
          ...(task && task !== 'unknown' ? { description: emptyDescription({ task }) } : {}),
        },
      }),
    );
}

/** Models that others keep track of, with their parameters where known. */
export function tracked(folder: string): Statement[] {
  const ids = readCsv(folder, 'hub/tracked-models_2026-08.csv').map((row): Statement => ({
    id: row['modelId'] ?? '',
    hub: 'huggingface',
    source: 'track',
    facts: {},
  }));
  const sized = readCsv(folder, 'hub/tracked-models-parameters_2026-08.csv').map((row): Statement => {
    const parameters = Math.round(Number(row['total_params_b']) * 1e9);
    return {
      id: row['model_id'] ?? '',
      hub: 'huggingface',
      source: 'track',
      facts: parameters > 0 ? { parameters } : {},
    };
  });
  return [...ids, ...sized].filter(({ id }) => /^[^/\s]+\/[^/\s]+$/.test(id));
}

/** PyTorch Hub entry points and the builders of PyTorch's own libraries, with the licence of the repository's code. */
export function pytorchHub(folder: string): Statement[] {
  const licenses = readJson<Record<string, string[] | null>>(folder, 'peatmoss/repository-licenses.json');
  const pages = readJson<{ loads: [string, string][]; tags: string[] }[]>(
    folder,
    'hub/pytorch-hub_2024-04.json',
  );
  const entries = pages
    .flatMap(({ loads }) => loads)
    .flatMap(([written, entry]) => {
      const repository = written.replace(/:.*/, '');
      return pytorchStatements(`${repository}#${entry}`, 'torch.hub', licenses[repository]);
    });
  const builders = readCsv(folder, 'peatmoss/signatures.csv').flatMap(({ import: root = '', loader = '' }) =>
    /^torch(vision|audio|text)$/.test(root)
      ? pytorchStatements(loader, root, licenses[`pytorch/${root.slice('torch'.length)}`])
      : [],
  );
  return [...entries, ...builders];
}

function pytorchStatements(id: string, library: string, licenses: string[] | null | undefined): Statement[] {
  const known: Statement = {
    id,
    hub: 'pytorch',
    source: 'pth',
    facts: { description: emptyDescription({ library, frameworks: ['pytorch'] }) },
  };
  // Several licence texts in one repository do not say which is the model's.
  const [license, ...others] = licenses ?? [];
  if (!license || others.length > 0) return [known];
  return [
    known,
    { id, hub: 'pytorch', source: 'pmr', facts: { license: { id: license, name: null, link: null } } },
  ];
}

/** Builds what rules look at, with only what a test is about said aloud. */
import type { Suppression, Usage } from '../../../src/analyzer/usage';
import type { Lookup, ModelRecord } from '../../../src/db/record';
import { judge } from '../../../src/licenses/judge';
import { parseLicense } from '../../../src/licenses/names/parse';
import type { ProjectLicense } from '../../../src/licenses/project';
import type { CatalogueView, FileInput, UsageEntry } from '../../../src/rules/context';
import { relationOf } from '../../../src/rules/evaluate';
import { modelLicense } from '../../../src/rules/modelLicense';
import { defaultPolicy, type Policy } from '../../../src/rules/policy/policy';
import type { Place } from '../../../src/shared/positions';

export const today = '2026-11-21';

export function place(line: number, column = 0, file = 'train.py'): Place {
  return { file, cell: null, range: { start: { line, column }, end: { line, column: column + 5 } } };
}

export function record(id: string, license: string | null, extra: Partial<ModelRecord> = {}): ModelRecord {
  return {
    id,
    hub: 'huggingface',
    peatmoss: null,
    license: license === null ? null : { id: license, name: null, link: null },
    downloads: null,
    likes: null,
    task: null,
    library: null,
    frameworks: [],
    languages: [],
    architectures: [],
    baseModels: [],
    datasets: [],
    papers: [],
    parameters: null,
    gated: null,
    created: null,
    reuse: null,
    card: {},
    sources: { license: { name: 'a listing', date: '2024-07-11' } },
    ...extra,
  } as ModelRecord;
}

export function lookup(found: ModelRecord, moved: string | null = null): Lookup {
  const alias = moved === null ? null : ({ kind: 'moved', from: moved } as const);
  return { answer: found.license ? 'found' : 'no-license', record: found, alias };
}

export function usage(line: number, extra: Partial<Usage> = {}): Usage {
  return {
    place: place(line),
    loader: 'transformers.AutoModel.from_pretrained',
    library: 'transformers',
    hub: 'huggingface',
    part: 'weights',
    resolution: 'resolved',
    written: [],
    implicitModel: null,
    task: null,
    reason: null,
    trace: [],
    revision: null,
    remoteCode: null,
    relation: 'referenced',
    ...extra,
  };
}

export interface Case {
  readonly project?: string | null;
  readonly policy?: Partial<Policy>;
  readonly suppressions?: readonly Suppression[];
  readonly catalogue?: Partial<CatalogueView>;
}

/** The project's licence as a test names it: absent means no licence. */
function projectLicense(text: string | null | undefined): ProjectLicense | null {
  if (text === null || text === undefined) return null;
  const license = parseLicense(text);
  return { path: '', license, evidence: [{ license, place: place(0, 0, 'LICENSE') }], conflict: null };
}

/** One usage of one model on a line, judged as the inventory judges it. */
export function entry(line: number, found: Lookup, where: Case, extra: Partial<Usage> = {}): UsageEntry {
  const policy = { ...defaultPolicy, ...where.policy };
  const one = usage(line, extra);
  const known = 'record' in found ? found.record : null;
  const id = known?.id ?? ('written' in found ? found.written : 'path' in found ? found.path : '');
  const question = {
    model: modelLicense(id, known, policy),
    project: projectLicense(where.project)?.license ?? null,
    relation: relationOf(one, policy),
    use: policy.use,
  };
  const written = one.implicitModel === null ? { text: id, place: place(line, 10), trace: [] } : null;
  return {
    usage: one,
    models: [{ written, lookup: found, id, judgement: found.answer === 'local' ? null : judge(question) }],
  };
}

export function input(usages: readonly UsageEntry[], where: Case): FileInput {
  return {
    facts: { file: 'train.py', suppressions: where.suppressions ?? [] },
    usages,
    project: projectLicense(where.project),
    policy: { ...defaultPolicy, ...where.policy },
    catalogue: { record: () => null, near: () => null, ...where.catalogue },
    today,
  };
}

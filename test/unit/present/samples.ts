/** Small, whole values for tests of what people read. */
import type { TraceStep, Usage, WrittenId } from '../../../src/analyzer/usage';
import type { Lookup, ModelRecord } from '../../../src/db/record';
import type { FileEntry, Inventory, UsageEntry, UsedModel } from '../../../src/inventory/types';
import type { Judgement } from '../../../src/licenses/judgement';
import type { Reader } from '../../../src/present/reader';
import { english, message } from '../../../src/shared/message';
import type { Place } from '../../../src/shared/positions';

export const reader: Reader = { localize: english, locale: 'en', today: '2026-11-21' };

export function place(line: number, column: number, endColumn: number, file = 'train.py'): Place {
  return { file, cell: null, range: { start: { line, column }, end: { line, column: endColumn } } };
}

export function written(text: string, at: Place | null, trace: readonly TraceStep[] = []): WrittenId {
  return { text, place: at, trace };
}

export function usage(parts: Partial<Usage> = {}): Usage {
  return {
    place: place(3, 8, 60),
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
    ...parts,
  };
}

export function record(parts: Partial<ModelRecord> = {}): ModelRecord {
  return {
    id: 'google-bert/bert-base-uncased',
    hub: 'huggingface',
    peatmoss: 'bert-base-uncased',
    license: { id: 'apache-2.0', name: null, link: null },
    downloads: 46_913_221,
    likes: 1703,
    task: 'fill-mask',
    library: 'transformers',
    frameworks: [],
    languages: [],
    architectures: [],
    baseModels: [],
    datasets: ['bookcorpus', 'wikipedia'],
    papers: [],
    parameters: 110_106_428,
    gated: null,
    created: null,
    reuse: 1234,
    card: {},
    sources: {
      license: { name: 'Hugging Face', date: '2024-07-11' },
      popularity: { name: 'Hugging Face', date: '2024-07-11' },
      reuse: { name: 'PeaTMOSS', date: '2023-08' },
    },
    ...parts,
  };
}

export function judgement(parts: Partial<Judgement> = {}): Judgement {
  return {
    kind: 'compatible',
    basis: message('The table says so.'),
    ground: 'table',
    duties: [],
    nonCommercial: false,
    ...parts,
  };
}

export function found(known: ModelRecord): Lookup {
  return { answer: 'found', record: known, alias: null };
}

export function used(parts: Partial<UsedModel> = {}): UsedModel {
  const lookup = parts.lookup ?? found(record());
  const id =
    'record' in lookup ? lookup.record.id : 'answer' in lookup && 'written' in lookup ? lookup.written : '';
  return { written: written(id, place(3, 35, 58)), lookup, id, judgement: judgement(), ...parts };
}

export function entry(models: readonly UsedModel[], parts: Partial<Usage> = {}): UsageEntry {
  const ids = models.flatMap((model) => (model.written ? [model.written] : []));
  return { usage: usage({ written: ids, ...parts }), models };
}

export function inventory(usages: readonly UsageEntry[], parts: Partial<Inventory> = {}): Inventory {
  const files = new Map<string, UsageEntry[]>();
  for (const each of usages) {
    const { file } = each.usage.place;
    files.set(file, [...(files.get(file) ?? []), each]);
  }
  const entries = [...files].map(([file, all]): FileEntry => ({
    file,
    usages: all,
    findings: [],
    problems: [],
  }));
  return { files: entries, projects: [], projectFindings: [], scanned: files.size, skipped: [], ...parts };
}

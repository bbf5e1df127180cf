/** What the writer writes: every record of a version has the version as its downloads, so that a mixture would show. */
import type { LookedUp } from '../../src/db/hub/lookUp';
import type { ModelRecord } from '../../src/db/record';

export const findCount = 400;

/** Whole catalogues that take turns, and how many models each has. */
export const variantCount = 4;
export const variantModels = 4000;

export function findsOf(version: number): LookedUp[] {
  return recordsOf(version, findCount).map((record) => ({ record, aliases: [] }));
}

export function recordsOf(version: number, count: number): ModelRecord[] {
  const source = { name: 'Hugging Face hub', date: '2026-11-21' };
  return Array.from({ length: count }, (_, index) => ({
    id: `owner-${index % 97}/model-${index}`,
    hub: 'huggingface',
    peatmoss: null,
    license: { id: 'apache-2.0', name: null, link: null },
    downloads: version,
    likes: index,
    task: 'text-generation',
    library: 'transformers',
    frameworks: ['pytorch'],
    languages: ['en'],
    architectures: [],
    baseModels: [],
    datasets: [`dataset-${index}`],
    papers: [],
    parameters: index * 1000,
    gated: false,
    created: null,
    reuse: null,
    card: { hardware: `a machine of number ${index}` },
    sources: { license: source, popularity: source, description: source, parameters: source, card: source },
  }));
}

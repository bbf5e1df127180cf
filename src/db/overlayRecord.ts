import type { FactGroup, ModelRecord } from './record';

/** The fields of each fact group. */
const fieldsOf = {
  license: ['license'],
  popularity: ['downloads', 'likes'],
  description: [
    ...(['task', 'library', 'frameworks', 'languages', 'baseModels'] as const),
    ...(['datasets', 'papers', 'gated', 'created'] as const),
  ],
  architectures: ['architectures'],
  parameters: ['parameters'],
  reuse: ['reuse'],
  card: ['card'],
} as const satisfies Record<FactGroup, readonly (keyof ModelRecord)[]>;

/** One record of two: group by group the upper one's word where it has one, else the lower one's, each with its source. */
export function overlaid(upper: ModelRecord, lower: ModelRecord): ModelRecord {
  const groups = (Object.keys(fieldsOf) as FactGroup[]).filter(
    (group) => !states(upper, group) && states(lower, group),
  );
  const fields = groups.flatMap((group) => fieldsOf[group].map((field) => [field, lower[field]] as const));
  const sources = groups.flatMap((group) => {
    const source = lower.sources[group];
    return source ? [[group, source] as const] : [];
  });
  return {
    ...upper,
    ...(Object.fromEntries(fields) as Partial<ModelRecord>),
    peatmoss: upper.peatmoss ?? lower.peatmoss,
    sources: { ...upper.sources, ...Object.fromEntries(sources) },
  };
}

/** Whether a record says something of a group: it names a source for it, or has a fact of it. */
function states(record: ModelRecord, group: FactGroup): boolean {
  if (record.sources[group]) return true;
  return fieldsOf[group].some((field) => {
    const value = record[field];
    return value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
  });
}

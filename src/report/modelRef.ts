import { modelPurl } from './purl';
import type { Used } from './used';

/** What a model is called in a bill of materials: its package URL where it has one. */
export function modelRef({ model, revision }: Pick<Used, 'model' | 'revision'>): string {
  if (model.lookup.answer === 'local') return `local:${model.id}`;
  const hub = 'record' in model.lookup ? model.lookup.record.hub : 'huggingface';
  return modelPurl(model.id, hub, revision) ?? `model:${model.id}${revision === null ? '' : `@${revision}`}`;
}

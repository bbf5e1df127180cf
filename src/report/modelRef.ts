import { modelPurl } from './purl';
import type { Used } from './used';

/** What a model is called in a bill of materials: its package URL where it has one. */
export function modelRef({ model, hub, revision }: Used): string {
  if (model.lookup.answer === 'local') return `local:${model.id}`;
  const version = revision === null ? '' : `@${revision}`;
  return modelPurl(model.id, hub, revision) ?? `model:${hub}:${model.id}${version}`;
}

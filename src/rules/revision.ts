import type { Usage } from '../analyzer/usage';
import type { UsageEntry } from './context';

/** A commit, or a tag that is named after a version: what it stands for does not change under one's hands. */
const pin = /^(?:[0-9a-f]{7,40}|v?\d+(?:\.\d+)+)$/i;

/** Libraries of the hub whose loaders take no revision. */
const withoutRevision: ReadonlySet<string> = new Set([
  'timm',
  'spacy',
  'keras_hub',
  'keras_nlp',
  'ultralytics',
  'faster_whisper',
]);

/** Whether a usage names exactly one state of the model: `unknown` when the revision is given but cannot be read. */
export function pinOf({ revision }: Usage): 'pinned' | 'unpinned' | 'unknown' {
  if (!revision) return 'unpinned';
  if (revision.value === null) return 'unknown';
  return pin.test(revision.value) ? 'pinned' : 'unpinned';
}

/** Whether the loader could be given a revision. */
export function takesRevision({ hub, library }: Usage): boolean {
  return hub === 'huggingface' && !withoutRevision.has(library.replace(/-/g, '_'));
}

/** The revisions at which any of these usages pins a model: what the project itself has decided on elsewhere. */
export function pinsOf(usages: readonly UsageEntry[], modelId: string): string[] {
  const pinned = usages.filter(
    ({ usage, models }) => pinOf(usage) === 'pinned' && models.some(({ id }) => id === modelId),
  );
  return [...new Set(pinned.flatMap(({ usage }) => usage.revision?.value ?? []))];
}

import type { ModelReference } from '../shared/hub';

/** Libraries whose loaders take a bare name: the owners under which the hub has it. Source: each library's own loader code. */
const owners: Readonly<Record<string, readonly string[]>> = {
  spacy: ['spacy'],
  timm: ['timm'],
  'sentence-transformers': ['sentence-transformers'],
  flair: ['flair'],
};

/** How a loader marks an id as one of the hub. */
const hubMarks = /^(?:hf[-_]hub:|hf:\/\/|https?:\/\/huggingface\.co\/|huggingface\/(?=[^/]+\/))/;

/**
 * The ids that a written id may stand for, best first, the written id itself left out: without the mark of the hub or the
 * `:ref` of a `torch.hub` repository, then with the library's owner in front.
 */
export function candidates({ hub, library, written }: ModelReference): string[] {
  if (hub === 'pytorch') {
    const plain = written.replace(/^([^:#]+):[^#]+/, '$1');
    return plain === written ? [] : [plain];
  }
  const plain = written.replace(hubMarks, '').replace(/@[0-9a-f]{7,40}$/, '');
  const owned = plain.includes('/') ? [] : (owners[library] ?? []).map((owner) => `${owner}/${plain}`);
  return plain === written ? owned : [plain, ...owned];
}

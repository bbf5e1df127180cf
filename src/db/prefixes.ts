import type { ModelReference } from '../shared/hub';

/** Libraries whose loaders take a bare name: what the hub has before it. Source: each library's own loader code. */
const prefixes: Readonly<Record<string, readonly string[]>> = {
  spacy: ['spacy/'],
  timm: ['timm/'],
  'sentence-transformers': ['sentence-transformers/'],
  flair: ['flair/', 'sentence-transformers/'],
  stanza: ['stanfordnlp/stanza-'],
  keras_hub: ['keras/'],
  // These hand a bare name on to sentence-transformers.
  bertopic: ['sentence-transformers/'],
  chromadb: ['sentence-transformers/'],
  haystack: ['sentence-transformers/'],
  keybert: ['sentence-transformers/'],
  langchain: ['sentence-transformers/'],
  llama_index: ['sentence-transformers/'],
  retrieval: ['sentence-transformers/'],
  setfit: ['sentence-transformers/'],
  txtai: ['sentence-transformers/'],
};

/** How a loader marks an id as one of the hub. */
const hubMarks =
  /^(?:hf[-_]hub:|hf:\/\/|https?:\/\/huggingface\.co\/|local:|(?:huggingface|models)\/(?=[^/]+\/))/;

/** What an address has behind the model: a file at a revision. */
const fileInHub = /^([^/]+\/[^/]+)\/(?:blob|resolve|raw|tree)\/.+$/;

/** `owner/repo:ref#entry` of `torch.hub`: the ref is no part of the model. */
const torchHubRef = /^([^:#]+):[^#]+/;

/** PyTorch's own repositories: their entry points are the builders of its libraries. */
const ownBuilder = /^pytorch\/(?:vision|audio|text)#/;

/**
 * The ids that a written id may stand for, best first, the written id itself left out: without the mark of the hub or the
 * `:ref` of a `torch.hub` repository, then with what the library puts in front.
 */
export function candidates(reference: ModelReference): string[] {
  const ids = reference.hub === 'pytorch' ? pytorchIds(reference) : hubIds(reference);
  return ids.filter((id) => id !== reference.written);
}

function pytorchIds({ written }: ModelReference): string[] {
  const plain = written.replace(torchHubRef, '$1');
  return ownBuilder.test(plain) ? [plain, plain.replace(ownBuilder, '')] : [plain];
}

function hubIds({ library, written }: ModelReference): string[] {
  const plain = written
    .replace(hubMarks, '')
    .replace(fileInHub, '$1')
    .replace(/@[0-9a-f]{7,40}$/, '');
  if (plain.includes('/')) return [plain];
  return [plain, ...(prefixes[library] ?? []).map((prefix) => `${prefix}${plain}`)];
}

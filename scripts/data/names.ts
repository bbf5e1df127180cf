/** Names that lead to a model: moves of the hub, default tags, short names of libraries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AliasRow } from '../../src/db/write';

const readJson = <T>(folder: string, path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;

/** Id in 2023 -> id in 2024, where they differ by more than case. */
export function knownMoves(folder: string): ReadonlyMap<string, string> {
  const moves = readJson<Record<string, string | null>>(folder, 'hub/aliases-2023-to-2024.json');
  return new Map(
    Object.entries(moves).flatMap(([from, to]) =>
      to !== null && to.toLowerCase() !== from.toLowerCase() ? [[from, to] as const] : [],
    ),
  );
}

/**
 * Moves of ids without an owner that the listing of 2022 had: the model of the same name under one of the owners to whom
 * the known moves lead, where there is exactly one.
 */
export function canonicalMoves(
  bareIds: readonly string[],
  known: ReadonlyMap<string, string>,
  present: (id: string) => boolean,
): Map<string, string> {
  const owners = [...new Set([...known].filter(([from]) => !from.includes('/')).map(([, to]) => to.split('/')[0] ?? ''))].sort();
  const moves = new Map(known);
  for (const bare of bareIds) {
    const homes = owners.map((owner) => `${owner}/${bare}`).filter(present);
    const [home] = homes;
    if (!moves.has(bare) && home !== undefined && homes.length === 1) moves.set(bare, home);
  }
  return moves;
}

/**
 * An architecture of timm -> the weights that `pretrained=True` takes: the first of its default configurations in the
 * list of 2026 (which agrees with 182 of the 191 that PeaTMOSS found in 2023), or, where PeaTMOSS knows just one, that one.
 */
export function timmDefaults(folder: string, peatmossIds: readonly string[]): AliasRow[] {
  const first = new Map<string, string>();
  for (const { id, arch } of readJson<{ id: string; arch: string }[]>(folder, 'hub/timm_2026-08.json')) {
    if (!first.has(arch)) first.set(arch, id);
  }
  const linked = new Map<string, string[]>();
  for (const id of peatmossIds.filter((other) => other.startsWith('timm/'))) {
    const arch = id.slice('timm/'.length).replace(/\..*/, '');
    linked.set(arch, [...(linked.get(arch) ?? []), id]);
  }
  for (const [arch, [only, ...others]] of linked) if (only && others.length === 0) first.set(arch, only);
  return [...first].map(([alias, id]) => ({ alias, hub: 'huggingface', id, kind: 'default-tag', library: 'timm' }));
}

const shortNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // openai/whisper: `whisper.available_models()`; the weights are the same as those of the hub's models.
  whisper: Object.fromEntries(
    ['tiny', 'tiny.en', 'base', 'base.en', 'small', 'small.en', 'medium', 'medium.en', 'large-v1', 'large-v2', 'large-v3']
      .map((size) => [size, `openai/whisper-${size === 'large-v1' ? 'large' : size}`])
      .concat([
        ['large', 'openai/whisper-large-v3'],
        ['turbo', 'openai/whisper-large-v3-turbo'],
        ['large-v3-turbo', 'openai/whisper-large-v3-turbo'],
      ]),
  ),
  // SYSTRAN/faster-whisper: the sizes that `WhisperModel` takes.
  'faster-whisper': Object.fromEntries(
    ['tiny', 'tiny.en', 'base', 'base.en', 'small', 'small.en', 'medium', 'medium.en', 'large-v1', 'large-v2', 'large-v3']
      .map((size) => [size, `Systran/faster-whisper-${size}`])
      .concat([['large', 'Systran/faster-whisper-large-v3']]),
  ),
  // flairNLP/flair: names that `SequenceTagger.load` and `TextClassifier.load` map to the hub.
  flair: {
    ner: 'flair/ner-english',
    'ner-fast': 'flair/ner-english-fast',
    'ner-large': 'flair/ner-english-large',
    'ner-ontonotes': 'flair/ner-english-ontonotes',
    'ner-ontonotes-fast': 'flair/ner-english-ontonotes-fast',
    'ner-ontonotes-large': 'flair/ner-english-ontonotes-large',
    'ner-multi': 'flair/ner-multi',
    'ner-multi-fast': 'flair/ner-multi-fast',
    'de-ner': 'flair/ner-german',
    'de-ner-large': 'flair/ner-german-large',
    'fr-ner': 'flair/ner-french',
    'nl-ner': 'flair/ner-dutch',
    'nl-ner-large': 'flair/ner-dutch-large',
    'es-ner': 'flair/ner-spanish-large',
    'es-ner-large': 'flair/ner-spanish-large',
    'da-ner': 'flair/ner-danish',
    pos: 'flair/pos-english',
    'pos-fast': 'flair/pos-english-fast',
    'pos-multi': 'flair/upos-multi',
    'pos-multi-fast': 'flair/upos-multi-fast',
    upos: 'flair/upos-english',
    'upos-fast': 'flair/upos-english-fast',
    'upos-multi': 'flair/upos-multi',
    chunk: 'flair/chunk-english',
    'chunk-fast': 'flair/chunk-english-fast',
    frame: 'flair/frame-english',
    'frame-fast': 'flair/frame-english-fast',
  },
};

/** Names that a library has for models of the hub. Source: each library's own table. */
export function shortNameAliases(): AliasRow[] {
  return Object.entries(shortNames).flatMap(([library, names]) =>
    Object.entries(names).map(([alias, id]): AliasRow => ({ alias, hub: 'huggingface', id, kind: 'prefix', library })),
  );
}

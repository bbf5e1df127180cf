import type { Hub } from '../../shared/hub';
import { shown } from '../shown';
import type { Block, Cell, Piece } from './page';

/** A sentence or label of ours. */
export function words(text: string): Piece {
  return { text };
}

/** A name from the source, the catalogue or a card: hidden characters written out, cut to a length. */
export function name(text: string, length?: number): Piece {
  return { text: shown(text, length), kind: 'name' };
}

/** A model id that opens the model's panel. */
export function modelLink(id: string, hub: Hub): Piece {
  return { ...name(id), action: { do: 'openModel', id, hub } };
}

/** What recedes behind the rest. */
export function quiet(text: string): Piece {
  return { text, kind: 'quiet' };
}

/** Names with commas between them. */
export function names(texts: readonly string[]): Cell {
  return texts.flatMap((text, index) => (index > 0 ? [words(', '), name(text)] : [name(text)]));
}

export function paragraph(...text: Piece[]): Block {
  return { kind: 'text', text };
}

import type { ModelReference } from '../shared/hub';
import type { Lookup } from '../db/record';
import type { Models } from './rememberedLookups';

/** As it is stored. */
interface Stored {
  readonly lookups: readonly (readonly [question: string, Lookup])[];
  readonly near: readonly (readonly [id: string, near: string | null])[];
}

/**
 * What a catalogue answered to earlier scans of a folder. While the catalogue is not at hand, what is not known counts as not listed,
 * and `isShort` says that somebody should put the catalogue in place and ask again.
 */
export class KeptAnswers implements Models {
  private readonly lookups: Map<string, Lookup>;
  private readonly nearest: Map<string, string | null>;
  private source: Models | null = null;
  private hasNew = false;
  private short = false;

  /** @param text what `text` gave earlier; without it, or where it is broken, nothing is known */
  constructor(text?: string) {
    const { lookups, near } = (text && parsed(text)) || { lookups: [], near: [] };
    this.lookups = new Map(lookups);
    this.nearest = new Map(near);
  }

  get isEmpty(): boolean {
    return this.lookups.size === 0;
  }

  get isShort(): boolean {
    return this.short;
  }

  /** Puts the catalogue in place that answers what is not known. */
  complete(source: Models): void {
    this.source = source;
    this.short = false;
  }

  lookup(asked: ModelReference): Lookup {
    const question = [asked.hub, asked.library, asked.written].join('\n');
    const known = this.lookups.get(question);
    if (known) return known;
    if (!this.source) {
      this.short = true;
      return { answer: 'not-in-catalog', written: asked.written, asOf: '' };
    }
    const answer = this.source.lookup(asked);
    this.lookups.set(question, answer);
    this.hasNew = true;
    return answer;
  }

  near(id: string): string | null {
    const known = this.nearest.get(id);
    if (known !== undefined) return known;
    if (!this.source) {
      this.short = true;
      return null;
    }
    const near = this.source.near(id);
    this.nearest.set(id, near);
    this.hasNew = true;
    return near;
  }

  /** To be kept; null where nothing was learnt. */
  text(): string | null {
    if (!this.hasNew) return null;
    const stored: Stored = { lookups: [...this.lookups], near: [...this.nearest] };
    return JSON.stringify(stored);
  }
}

function parsed(text: string): Stored | null {
  try {
    return JSON.parse(text) as Stored;
  } catch {
    return null;
  }
}

import type { ModelReference } from '../shared/hub';
import type { Lookup } from '../db/record';
import { type Models, questionOf } from './rememberedLookups';

/** As it is stored. */
interface Stored {
  readonly lookups: readonly (readonly [question: string, Lookup])[];
  readonly near: readonly (readonly [id: string, near: string | null])[];
}

/**
 * What a catalogue answered to earlier scans of a folder. While the catalogue is not at hand, what is not known counts as not listed,
 * and `isShort` says that somebody should put the catalogue in place and ask again.
 */
export class KeptLookups implements Models {
  /** Nothing was kept of an earlier scan. */
  readonly isNew: boolean;
  private readonly lookups: Map<string, Lookup>;
  private readonly nearest: Map<string, string | null>;
  private source: Models | null = null;
  private hasNew: boolean;
  private short = false;

  /** @param text what `text` gave earlier; without it, or where it is broken, nothing is known */
  constructor(text?: string) {
    const kept = text === undefined ? null : parsed(text);
    this.isNew = kept === null;
    this.hasNew = this.isNew;
    this.lookups = kept?.lookups ?? new Map<string, Lookup>();
    this.nearest = kept?.nearest ?? new Map<string, string | null>();
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
    const question = questionOf(asked);
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

  /** To be kept, so that the next scan knows that there was nothing to ask, too; null where nothing was learnt. */
  text(): string | null {
    if (!this.hasNew || this.short) return null;
    const stored: Stored = { lookups: [...this.lookups], near: [...this.nearest] };
    return JSON.stringify(stored);
  }
}

function parsed(text: string): {
  lookups: Map<string, Lookup>;
  nearest: Map<string, string | null>;
} | null {
  try {
    const { lookups, near } = JSON.parse(text) as Stored;
    return { lookups: new Map(lookups), nearest: new Map(near) };
  } catch {
    return null;
  }
}

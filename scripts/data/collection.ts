/** All statements on all models, and which models are in. */
import type { Hub } from '../../src/shared/hub';
import type { Statement } from './facts';
import { merge, type Merged } from './merge';

/** What tells models apart: ids compare without case. */
export function keyOf(hub: Hub, id: string): string {
  return `${hub}:${id.toLowerCase()}`;
}

/** A model that is in, and its id in PeaTMOSS. */
export interface Chosen {
  readonly model: Merged;
  readonly peatmoss: string | null;
}

export class Collection {
  private readonly statements = new Map<string, Statement[]>();
  private readonly chosen = new Set<string>();
  /** Key of a model that others moved to -> its spelling. */
  private readonly movedTo = new Map<string, string>();

  has(key: string): boolean {
    return this.statements.has(key);
  }

  /** Keeps a statement; answers its model's key. */
  add(statement: Statement): string {
    const key = keyOf(statement.hub, statement.id);
    const known = this.statements.get(key);
    if (known) known.push(statement);
    else this.statements.set(key, [statement]);
    return key;
  }

  /** Takes a model in, if anything is said of it but its name. */
  choose(key: string): void {
    const facts = this.statements.get(key) ?? [];
    if (facts.some((statement) => Object.keys(statement.facts).length > 0)) this.chosen.add(key);
  }

  /** What is said of an old id is said of the model that it moved to. */
  move(moves: ReadonlyMap<string, string>): void {
    for (const [from, to] of moves) {
      const [fromKey, toKey] = [keyOf('huggingface', from), keyOf('huggingface', to)];
      const statements = this.statements.get(fromKey) ?? [];
      this.statements.delete(fromKey);
      this.statements.set(toKey, [...(this.statements.get(toKey) ?? []), ...statements]);
      if (this.chosen.delete(fromKey)) this.chosen.add(toKey);
      this.movedTo.set(toKey, to);
    }
  }

  /** Takes in the base models of the chosen, theirs too, where more than the name is known. */
  chooseBaseModels(moves: ReadonlyMap<string, string>): void {
    // A set hands out what is added while it is walked.
    for (const key of this.chosen) {
      const bases = (this.statements.get(key) ?? []).flatMap(
        ({ facts }) => facts.description?.baseModels ?? [],
      );
      for (const base of bases) this.choose(keyOf('huggingface', moves.get(base) ?? base));
    }
  }

  /** Takes in the models of the listing of 2024 that code most likely names, until there are `wanted`. */
  chooseLikeliest(wanted: number): void {
    const chances = new Map<string, number>();
    for (const [key, statements] of this.statements) {
      const listed = statements.find(({ source }) => source === 'h24');
      if (listed) chances.set(key, chanceOf(listed.facts));
    }
    for (const [key] of [...chances].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
      if (this.chosen.size >= wanted) return;
      this.choose(key);
    }
  }

  /** The chosen models, the sources' words on each made one. */
  merged(): Chosen[] {
    return [...this.chosen].map((key) => {
      const statements = this.statements.get(key) ?? [];
      const hub = statements[0]?.hub ?? 'huggingface';
      const id = this.movedTo.get(key) ?? presentId(statements);
      return { model: merge(id, hub, statements), peatmoss: peatmossId(statements) };
    });
  }
}

const listed = Date.parse('2024-07-11');
/** The hub has dates from this day on; what is older has none. */
const firstDay = Date.parse('2022-03-02');
const year = 365.25 * 24 * 60 * 60 * 1000;

/**
 * How likely code names a model, to compare by. Downloads are of one month, likes of all years; and of two that are as popular today, the
 * older one has been written into more code: a year counts as much as seven times the downloads (docs/catalogue.md has the figures).
 */
function chanceOf({ popularity, description }: Statement['facts']): number {
  const published = description?.created ? Date.parse(description.created) : firstDay;
  const years = Math.max(0, listed - published) / year;
  return Math.log1p(popularity?.downloads ?? 0) + Math.log1p(popularity?.likes ?? 0) + 2 * years;
}

/** The id in PeaTMOSS: the spelling of the statement that PeaTMOSS made. */
function peatmossId(statements: readonly Statement[]): string | null {
  return statements.find(({ source }) => source === 'pm')?.id ?? null;
}

/** Whose spelling of an id counts, best first: records of the hub itself, then lists. */
const spellers = ['nexus', 'h24', 'llmfit', 'mteb', 'track', 'timm', 'spacy', 'pth', 'pm'] as const;

function presentId(statements: readonly Statement[]): string {
  const spelled = spellers.map((source) => statements.find((statement) => statement.source === source));
  return (spelled.find(Boolean) ?? statements[0])?.id ?? '';
}

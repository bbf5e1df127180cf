/** What changed between two JSON reports: models that came or went, and models whose licence or judgement is another. */
import { escapeMarkdown } from '../present/markdown';
import { message } from '../shared/message';
import { printable } from '../shared/printable';
import { failure, ok, type Result } from '../shared/result';

/** What a report says of one model. */
export interface ModelState {
  readonly license: string | null;
  /** The judgements of its usages, sorted. */
  readonly judgements: readonly string[];
}

/** A model in one report or both. */
export interface ModelChange {
  readonly change: 'added' | 'removed' | 'license' | 'judgement';
  readonly model: string;
  readonly before: ModelState | null;
  readonly after: ModelState | null;
}

type States = ReadonlyMap<string, ModelState>;

/** Reads what a diff needs of a JSON report; a report is a file that anybody may have written. */
export function parseReport(text: string): Result<States> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure(message('not JSON: {0}', error instanceof Error ? error.message : String(error)));
  }
  const { version, models, usages } = objectOf(value);
  if (version !== 1 || !Array.isArray(models) || !Array.isArray(usages))
    return failure(message('no JSON report of version 1'));
  const judgements = judgementsOf(usages);
  const states = new Map<string, ModelState>();
  for (const { id, license } of models.map(objectOf)) {
    if (typeof id !== 'string') return failure(message('a model has no id'));
    const kinds = [...(judgements.get(id) ?? [])].sort();
    states.set(id, { license: typeof license === 'string' ? license : null, judgements: kinds });
  }
  return ok(states);
}

/** The changes from one report to another, by model; a model whose licence and judgement changed is listed with both. */
export function diffReports(before: States, after: States): ModelChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((model) => {
    const [old, now] = [before.get(model) ?? null, after.get(model) ?? null];
    const change = (kind: ModelChange['change']): ModelChange => ({
      change: kind,
      model,
      before: old,
      after: now,
    });
    if (!old) return [change('added')];
    if (!now) return [change('removed')];
    return [
      ...(old.license === now.license ? [] : [change('license')]),
      ...(old.judgements.join() === now.judgements.join() ? [] : [change('judgement')]),
    ];
  });
}

/** The changes for a terminal. */
export function diffTable(changes: readonly ModelChange[]): string {
  if (changes.length === 0) return 'No model, licence or judgement changed.\n';
  return changes
    .map((one) => `${signs[one.change]} ${printable(one.model)}  ${printable(words(one))}\n`)
    .join('');
}

/** The changes as a table of Markdown. */
export function diffMarkdown(changes: readonly ModelChange[]): string {
  if (changes.length === 0) return 'No model, licence or judgement changed.\n';
  const rows = changes.map(
    (one) => `| ${one.change} | ${escapeMarkdown(one.model)} | ${escapeMarkdown(words(one))} |\n`,
  );
  return `| change | model | what |\n| --- | --- | --- |\n${rows.join('')}`;
}

const signs = { added: '+', removed: '-', license: '~', judgement: '~' } as const;

function words({ change, before, after }: ModelChange): string {
  const license = (state: ModelState | null) => state?.license ?? 'no licence';
  const judgement = (state: ModelState | null) => state?.judgements.join(', ') || 'not judged';
  switch (change) {
    case 'added':
      return `${license(after)}, ${judgement(after)}`;
    case 'removed':
      return `${license(before)}, ${judgement(before)}`;
    case 'license':
      return `licence: ${license(before)} -> ${license(after)}`;
    case 'judgement':
      return `judgement: ${judgement(before)} -> ${judgement(after)}`;
  }
}

function judgementsOf(usages: readonly unknown[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { models, judgements } of usages.map(objectOf)) {
    if (!Array.isArray(models) || !Array.isArray(judgements)) continue;
    models.forEach((id: unknown, index) => {
      const kind: unknown = judgements[index];
      if (typeof id === 'string' && typeof kind === 'string')
        found.set(id, (found.get(id) ?? new Set()).add(kind));
    });
  }
  return found;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

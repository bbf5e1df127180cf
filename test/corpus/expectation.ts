/**
 * The language in which a corpus file says what the analyzer must find in it. One line a usage, in a block of
 * `#>` (or `//>`) comments at the end of the file, or in `<file>.expect` beside a file that has no comments.
 * `docs/accuracy.md` explains it; `none` says that nothing may be found.
 */
import type { Part, ResolutionKind, UsageRelation } from '../../src/analyzer/usage';

/** Where a usage begins: 1-based line and column; what is undefined is found from the callee's text. */
export interface ExpectedAt {
  readonly cell: number | null;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** Where it ends, where bracket matching could not tell. */
  readonly end: { readonly line: number; readonly column: number } | undefined;
}

/** A written id and what its place must be: found by text, none, or not checked. */
export interface ExpectedId {
  readonly text: string;
  readonly at: string | 'null' | 'any' | undefined;
}

/** One allowed outcome of a resolution. */
export interface Outcome {
  readonly resolution: ResolutionKind;
  /** Null when any ids will do (a local path that depends on the machine). */
  readonly written: readonly ExpectedId[] | null;
  /** The implicit model; `…` stands for any text. */
  readonly implicit: string | null;
  /** Words that the reason must hold; of `one|other` one suffices. */
  readonly reasonWords: readonly string[];
  readonly noReason: boolean;
}

/** One usage that must (or, if `optional`, may) be found. */
export interface ExpectedUsage {
  readonly source: string;
  readonly optional: boolean;
  readonly at: ExpectedAt;
  /** The loader expression as written, without its arguments; null when only the line is known. */
  readonly callee: string | null;
  /** `…` stands for any text. */
  readonly loader: string;
  readonly outcomes: readonly Outcome[];
  readonly part: Part | 'any';
  readonly task: string | undefined;
  /** `undefined`: not checked; null: there must be none. */
  readonly revision: string | null | undefined;
  readonly remoteCode: boolean | undefined;
  readonly relation: UsageRelation | undefined;
}

/** A suppression that must be found; `rules` empty means every rule. */
export interface ExpectedSuppression {
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** All that one file expects. */
export interface Expectation {
  readonly usages: readonly ExpectedUsage[];
  /** Null when suppressions are not checked. */
  readonly suppressions: readonly ExpectedSuppression[] | null;
  /** A problem must be reported. */
  readonly problem: boolean;
}

/** Reads the lines of an expectation; throws on what it does not understand, for a silent typo would prove nothing. */
export function parseExpectation(lines: readonly string[]): Expectation {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('note:'));
  if (said.length === 0) throw new Error('an empty expectation: say "none"');
  const suppress = said.filter((line) => line.startsWith('suppress '));
  const usages = said.filter((line) => line.includes(' => ') || /^\S+ =>/.test(line));
  const known = new Set([...suppress, ...usages, 'none', 'problem']);
  const strange = said.find((line) => !known.has(line));
  if (strange !== undefined) throw new Error(`not understood: ${strange}`);
  if (said.includes('none') && usages.length > 0) throw new Error('"none" beside usages');
  return {
    usages: usages.map(parseUsage),
    suppressions: suppress.length > 0 ? suppress.flatMap(parseSuppression) : null,
    problem: said.includes('problem'),
  };
}

function parseSuppression(line: string): ExpectedSuppression[] {
  if (line === 'suppress none') return [];
  const [, at, rules, reason] = /^suppress (\d+) (\S+) "(.*)"$/.exec(line) ?? [];
  if (at === undefined || rules === undefined || reason === undefined)
    throw new Error(`not understood: ${line}`);
  return [{ line: Number(at), rules: rules === '*' ? [] : rules.split(','), reason }];
}

function parseUsage(source: string): ExpectedUsage {
  const arrow = source.indexOf('=>');
  const [head, optional] = takeFlags(source.slice(0, arrow).trim());
  const [at, callee] = parseAt(head);
  const tokens = tokenize(source.slice(arrow + 2).trim());
  const loader = tokens.shift();
  if (loader === undefined) throw new Error(`no loader: ${source}`);
  const option = (name: string): string | undefined =>
    tokens.find((token) => token.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    source,
    optional,
    at,
    callee,
    loader: loader.replace(/^\*/, '…'),
    outcomes: splitOutcomes(tokens).map(parseOutcome),
    part: (option('part') ?? (callee === null ? 'any' : 'weights')) as Part | 'any',
    task: option('task'),
    revision: tokens.includes('no-revision') ? null : option('revision')?.replaceAll('"', ''),
    remoteCode: tokens.includes('remote-code') ? true : tokens.includes('no-remote-code') ? false : undefined,
    relation: option('relation') as UsageRelation | undefined,
  };
}

function takeFlags(head: string): [string, boolean] {
  const flags = /^((?:optional|either) )*/.exec(head)?.[0] ?? '';
  return [head.slice(flags.length), flags.includes('optional')];
}

const atPattern = /^(?:c(\d+):)?(?:(\d+)(?::(\d+))?(?:-(\d+):(\d+))?(?:\s+|$))/;

function parseAt(head: string): [ExpectedAt, string | null] {
  const match = atPattern.exec(head);
  const callee = head.slice(match?.[0].length ?? 0).trim();
  const number = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  const endLine = number(match?.[4]);
  const endColumn = number(match?.[5]);
  const at: ExpectedAt = {
    cell: number(match?.[1]) ?? null,
    line: number(match?.[2]),
    column: number(match?.[3]),
    end: endLine === undefined || endColumn === undefined ? undefined : { line: endLine, column: endColumn },
  };
  if (callee === '' && at.end === undefined) throw new Error(`no callee: ${head}`);
  return [at, callee === '~' || callee === '' ? null : callee];
}

/** Words, and quoted texts with what sticks to them: `"id"@3`, `reason~"word"`. */
function tokenize(text: string): string[] {
  return text.match(/[^\s"]*"[^"]*"[^\s"]*|\S+/g) ?? [];
}

function splitOutcomes(tokens: readonly string[]): string[][] {
  const outcomes: string[][] = [[]];
  for (const token of tokens) {
    if (token === '|') outcomes.push([]);
    else outcomes.at(-1)?.push(token);
  }
  return outcomes;
}

const plainTokens =
  /^(noreason|remote-code|no-remote-code|no-revision|unresolved|implicit|local|(part|task|revision|relation)=\S+)$/;

function parseOutcome(tokens: readonly string[]): Outcome {
  const quoted = tokens.filter((token) => token.startsWith('"'));
  const reasons = tokens.filter((token) => token.startsWith('reason~'));
  const strange = tokens.find(
    (token) => !quoted.includes(token) && !reasons.includes(token) && !plainTokens.test(token),
  );
  if (strange !== undefined) throw new Error(`not understood: ${strange}`);
  const words = reasons.map((token) => inner(token));
  const noReason = tokens.includes('noreason');
  const base = { implicit: null, noReason, reasonWords: words };
  if (tokens.includes('unresolved'))
    return { ...base, resolution: 'unresolved', written: [], reasonWords: quoted.map(inner) };
  if (tokens.includes('implicit'))
    return { ...base, resolution: 'resolved', written: [], implicit: inner(quoted[0] ?? '') };
  const written = quoted.map(parseId);
  if (tokens.includes('local'))
    return { ...base, resolution: 'local', written: written.length > 0 ? written : null };
  if (written.length === 0) throw new Error(`no id, and no reason why: ${tokens.join(' ')}`);
  return { ...base, resolution: written.length > 1 ? 'ambiguous' : 'resolved', written };
}

function inner(token: string): string {
  return token.slice(token.indexOf('"') + 1, token.lastIndexOf('"'));
}

function parseId(token: string): ExpectedId {
  const after = token.slice(token.lastIndexOf('"') + 1);
  if (after !== '' && !after.startsWith('@')) throw new Error(`not understood: ${token}`);
  return { text: inner(token), at: after === '' ? undefined : after.slice(1) };
}

import type { SyntaxNode } from '../syntax';
import { message } from '../../shared/message';
import { type Here, shorten } from './evaluator';
import { reasons } from './reasons';
import { join, text, type TextValue, type Trail, unknown, type Value, type Values } from './values';

/** Combinations of parts that are tried; a text of many alternatives each is cut off there. */
const mostCombinations = 64;

/** The texts that come of putting one alternative of each part behind the other. */
export function addTexts(parts: readonly Values[], node: SyntaxNode, here: Here): Values {
  let combined: Value[] = [text('')];
  for (const part of parts) {
    const alternatives = part.length > 0 ? part : [unworkable(node, here)];
    combined = combined
      .flatMap((before) => alternatives.map((after) => addTwo(before, after, () => unworkable(node, here))))
      .slice(0, mostCombinations);
  }
  return join(combined.map((value) => composed(value, node, here)));
}

function unworkable(node: SyntaxNode, here: Here): Value {
  return unknown(reasons.expression(shorten(here.module.textOf(node))));
}

function addTwo(before: Value, after: Value, otherwise: () => Value): Value {
  if (before.kind === 'unknown') return before;
  const left = textOf(before);
  const right = textOf(after);
  if (left === null || before.kind !== 'text') return before;
  if (right === null) return after.kind === 'unknown' ? after : otherwise();
  return {
    ...before,
    text: left + right,
    literal: null,
    trail: appended(before.trail, after.trail),
    note: before.note ?? after.note,
  };
}

/** Steps of both parts, those of the left one first. */
function appended(first: Trail | null, second: Trail | null): Trail | null {
  if (!first) return second;
  return { ...first, next: appended(first.next, second) };
}

/** A value as `str()` would write it; null when it has no text that is known. */
export function textOf(value: Value): string | null {
  if (value.kind === 'text') return value.text;
  if (value.kind !== 'constant') return null;
  if (value.value === null) return 'None';
  if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
  return String(value.value);
}

/** Marks a text as put together at `node`. */
export function composed(value: Value, node: SyntaxNode, here: Here): Value {
  if (value.kind !== 'text') return value;
  const step = message('put together: "{0}"', shorten(value.text));
  return { ...value, literal: null, trail: { step, spot: here.module.spot(node), next: value.trail } };
}

/** What `name=` is followed by in a text of pairs (`name=value,other=value`), at its own place; nothing where it is not. */
export function pairIn(whole: TextValue, name: string): Values {
  const match = new RegExp(`(?:^|,)\\s*${name}=([^,]+)`).exec(whole.text);
  const value = match?.[1];
  return match && value !== undefined
    ? [partOf(whole, match.index + match[0].length - value.length, value)]
    : [];
}

/** A part of a text: of one that stands as it is in the source, its own characters. */
export function partOf(whole: TextValue, from: number, part: string): TextValue {
  const { literal } = whole;
  const isPlain = literal?.source.text.slice(literal.start, literal.end) === whole.text;
  const start = (literal?.start ?? 0) + from;
  return {
    ...whole,
    text: part,
    literal: literal && isPlain ? { source: literal.source, start, end: start + part.length } : null,
  };
}

/** Applies `change` to every text; other values are not known afterwards, and say why. */
export function mapTexts(
  values: Values,
  node: SyntaxNode,
  here: Here,
  change: (value: string) => string,
): Values {
  return values.map((value) => {
    if (value.kind === 'unknown') return value;
    if (value.kind !== 'text') return unworkable(node, here);
    const changed = change(value.text);
    return changed === value.text ? value : changedText(value, changed, node, here);
  });
}

function changedText(value: TextValue, changed: string, node: SyntaxNode, here: Here): Value {
  return composed({ ...value, text: changed }, node, here);
}

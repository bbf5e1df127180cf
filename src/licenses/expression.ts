import exceptionIds from 'spdx-exceptions/index.json';
import parseSpdx from 'spdx-expression-parse';

/** A licence expression: one licence (with an exception, perhaps), or a choice (`or`) or sum (`and`) of expressions. */
export type Expression =
  | { readonly license: string; readonly exception: string | null }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Expression[] };

/** Longer ones are no licence of a person; the parser recurses, so they could also exhaust the stack. */
const maxTokens = 2000;

const exceptions: ReadonlyMap<string, string> = new Map(exceptionIds.map((id) => [id.toLowerCase(), id]));

/**
 * Parses an SPDX expression whose licences may be any names that `canonical` knows (the hub's `llama3` is no SPDX id, and `openrail++`
 * could not be one). Null when it is no expression, or holds a name that is not known.
 */
export function parseExpression(text: string, canonical: (name: string) => string | null): Expression | null {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  if (tokens.length > maxTokens) return null;
  const names: string[] = [];
  const prepared: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const prepare = prepareToken(token, tokens[index - 1], canonical, names);
    if (prepare === null) return null;
    prepared.push(prepare);
  }
  try {
    return build(parseSpdx(prepared.join(' ')), names);
  } catch {
    return null;
  }
}

/**
 * Reads back what `expressionText` wrote. Foreign text goes through `parseExpression`; this is for judgements, of which there are many, and
 * answers null as soon as the text is not of that form.
 */
export function readExpression(text: string): Expression | null {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  if (tokens.length > maxTokens) return null;
  let index = 0;
  const one = (): Expression | null => {
    const token = tokens[index++];
    if (token === '(') {
      const inner = any();
      return tokens[index++] === ')' ? inner : null;
    }
    if (token === undefined || token === ')' || /^(?:AND|OR|WITH)$/i.test(token)) return null;
    if (tokens[index] !== 'WITH') return { license: token, exception: null };
    index += 2;
    return { license: token, exception: tokens[index - 1] ?? null };
  };
  const several = (op: 'and' | 'or', part: () => Expression | null) => (): Expression | null => {
    const parts: Expression[] = [];
    do {
      const next = part();
      if (!next) return null;
      parts.push(next);
    } while (tokens[index] === op.toUpperCase() && index++ >= 0);
    const [only] = parts;
    return parts.length === 1 && only ? only : { op, parts };
  };
  const all = several('and', one);
  const any = several('or', all);
  const whole = any();
  return index === tokens.length ? whole : null;
}

/** The expression in SPDX's own notation, with brackets only where they are needed. */
export function expressionText(expression: Expression): string {
  if ('license' in expression) {
    return expression.exception === null
      ? expression.license
      : `${expression.license} WITH ${expression.exception}`;
  }
  const inner = expression.parts.map((part) => {
    const text = expressionText(part);
    return expression.op === 'and' && 'op' in part && part.op === 'or' ? `(${text})` : text;
  });
  return inner.join(expression.op === 'and' ? ' AND ' : ' OR ');
}

/** Joins expressions; nested ones of the same kind are merged, doubles dropped. */
export function join(op: 'and' | 'or', parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => ('op' in part && part.op === op ? part.parts : [part]));
  const byText = new Map(flat.map((part) => [expressionText(part), part]));
  const [only, ...more] = byText.values();
  return only && more.length === 0 ? only : { op, parts: [...byText.values()] };
}

/** Licences become `LicenseRef-INDEX`, so that the parser takes every name that we know. */
function prepareToken(
  token: string,
  previous: string | undefined,
  canonical: (name: string) => string | null,
  names: string[],
): string | null {
  const upper = token.toUpperCase();
  if (token === '(' || token === ')' || upper === 'AND' || upper === 'OR' || upper === 'WITH') return upper;
  if (previous?.toUpperCase() === 'WITH') return exceptions.get(token.toLowerCase()) ?? null;
  const name = canonical(token);
  return name === null ? null : `LicenseRef-${names.push(name) - 1}`;
}

function build(node: parseSpdx.Info, names: readonly string[]): Expression {
  if ('conjunction' in node)
    return join(node.conjunction, [build(node.left, names), build(node.right, names)]);
  const license = names[Number(node.license.replace('LicenseRef-', ''))] ?? node.license;
  return { license, exception: node.exception ?? null };
}

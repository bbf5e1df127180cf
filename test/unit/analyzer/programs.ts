import fc from 'fast-check';

/** Expressions of Python, nested as they come. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const name = fc.constantFrom('a', 'b_1', 'Model', 'self', '_');
  const list = fc.array(inner, { maxLength: 3 }).map((each) => each.join(', '));
  const operator = fc.constantFrom(
    '+',
    '-',
    '*',
    '/',
    '//',
    '%',
    '@',
    '**',
    '<<',
    '|',
    '&',
    '^',
    '==',
    '<',
    'in',
    'not in',
    'is',
    'is not',
    'and',
    'or',
  );
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      fc.constantFrom(
        '1',
        '0x1f',
        '1.5e3',
        'True',
        'None',
        '"a"',
        '\'b\' "c"',
        'r"\\d"',
        'f"{a!r:>3} b"',
        'b""',
        '...',
      ),
      fc.tuple(inner, operator, inner).map(([left, sign, right]) => `(${left}) ${sign} ${right}`),
      fc.tuple(inner, name).map(([object, member]) => `(${object}).${member}`),
      fc.tuple(name, list).map(([callee, args]) => `${callee}(${args})`),
      fc
        .tuple(name, inner, inner)
        .map(([callee, a, b]) => `${callee}(*${a}, key=${b}, **a)`.replace('*not', '*a or not')),
      fc.tuple(name, inner, inner).map(([object, from, to]) => `${object}[${from}:${to}]`),
      list.map((each) => `[${each}]`),
      fc.tuple(inner, inner).map(([key, value]) => `{${key}: ${value}, **b_1}`),
      fc
        .tuple(inner, name, inner)
        .map(([value, target, source]) => `[(${value}) for ${target} in (${source}) if a]`),
      fc.tuple(inner, inner, inner).map(([yes, test, no]) => `((${yes}) if ${test} else ${no})`),
      fc.tuple(name, inner).map(([parameter, body]) => `(lambda ${parameter}, *args, x=1: ${body})`),
      inner.map((value) => `(not ${value})`),
      inner.map((value) => `-(${value})`),
    ),
  };
});

type Lines = readonly string[];
const indented = (lines: Lines): Lines => lines.map((line) => `    ${line}`);

const { statement } = fc.letrec<{ statement: Lines }>((tie) => {
  const block = fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((all) => indented(all.flat()));
  const value = expression;
  return {
    statement: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      value.map((each): Lines => [each]),
      value.map((each): Lines => [`a = b_1.c = ${each}`]),
      value.map((each): Lines => [`x: List[int] = ${each}  # note`]),
      value.map((each): Lines => [`a += ${each}; pass`]),
      fc.constantFrom<Lines>(
        ['import a.b as c, d'],
        ['from ..a import (b, c as d,)'],
        ['from a import *'],
        ['', 'pass  # note'],
      ),
      value.map((each): Lines => [`assert ${each}, "no"`]),
      fc.tuple(value, block, block).map(([test, yes, no]): Lines => [`if ${test}:`, ...yes, 'else:', ...no]),
      fc.tuple(value, block).map(([each, body]): Lines => [`for a, (b_1, *c) in ${each}:`, ...body]),
      fc.tuple(value, block).map(([each, body]): Lines => [`with ${each} as f:`, ...body]),
      fc
        .tuple(block, block)
        .map(([body, caught]): Lines => ['try:', ...body, 'except (A, B) as e:', ...caught]),
      fc
        .tuple(value, block)
        .map(([each, body]): Lines => [
          '@decorated(1)',
          `def f(a, /, b=${each}, *, c: int, **k) -> None:`,
          ...body,
        ]),
      block.map((body): Lines => ['class A(B, metaclass=C):', ...body]),
    ),
  };
});

/** A Python program without errors, of what our parser knows. */
export const pythonProgram = fc
  .array(statement, { minLength: 1, maxLength: 6 })
  .map((all) => `${all.flat().join('\n')}\n`);

import { child, type SyntaxNode } from '../syntax';
import { message } from '../../shared/message';
import type { Arguments } from './arguments';
import { annotatedValue } from './annotations';
import { callSitesOf } from './callSites';
import { classAround, inheritingFrom, isDecoratedWith } from './classes';
import { declaredDefault } from './decorators';
import { type Here, nameOf } from './evaluator';
import type { Frame } from './frame';
import { reasons } from './reasons';
import { functionScope, type Scope } from './scope';
import { parameterName } from './scopeVisitors';
import {
  instance,
  join,
  mapping,
  sequence,
  text,
  unknown,
  type Value,
  type Values,
  withStep,
} from './values';

/** What a parameter may be: its argument in the call under way, else in any call of the file, else its default. */
export function evaluateParameter(parameter: SyntaxNode, name: SyntaxNode, scope: Scope, here: Here): Values {
  const fn = functionScope(scope)?.node;
  if (!fn) return [];
  const slot = new ParameterSlot(parameter, here.module.textOf(name), fn, here);
  return withStep(slot.values(), message('parameter {0}', here.module.textOf(name)), here.module.spot(name));
}

/** One parameter of a function, and how calls fill it. */
class ParameterSlot {
  private readonly position: number;
  private readonly isMethod: boolean;

  constructor(
    private readonly parameter: SyntaxNode,
    private readonly name: string,
    private readonly fn: SyntaxNode,
    private readonly here: Here,
  ) {
    this.position = positionOf(parameter, fn);
    this.isMethod = classAround(fn) !== null && !isDecoratedWith(fn, 'staticmethod', here.module);
  }

  values(): Values {
    const { frame } = this.here;
    if (frame?.function === this.fn) return this.inFrame(frame);
    if (this.isMethod && this.position === 0) return this.receiver();
    const declared = declaredDefault(this.fn, this.name, this.here);
    if (declared) return declared;
    const calls = callSitesOf(this.fn, this.here);
    const given = join(...calls.map(({ args, self }) => this.filledBy(args, self)));
    return given.length > 0 ? given : this.ofNoCall();
  }

  private inFrame({ args, self }: Frame): Values {
    return this.filledBy(args, self);
  }

  /** The value that one call gives; its default when the call leaves it out. */
  private filledBy(args: Arguments, self: Value | null): Values {
    const shift = self ? 1 : 0;
    const kind = kindOf(this.parameter);
    if (self && this.position === 0) return [self];
    if (kind === 'rest') return [sequence(args.positional.slice(this.position - shift), args.more !== null)];
    if (kind === 'keywords') return [this.otherKeywords(args)];
    const given = args.get(this.position < 0 ? undefined : this.position - shift, [this.name]);
    if (given) return given;
    if (args.open) return join(this.default() ?? [], args.open());
    return this.default() ?? [];
  }

  /** `**kwargs`: the keywords that no parameter has. */
  private otherKeywords(args: Arguments): Value {
    const named = new Set(parametersOf(this.fn).map((each) => parameterText(each, this.here)));
    const entries = [...args.keywords]
      .filter(([keyword]) => !named.has(keyword))
      .map(([keyword, value]) => ({ key: () => [text(keyword)], value }));
    return mapping(entries, args.open !== null);
  }

  /** `self` or `cls` when no call says which: any object of the class. */
  private receiver(): Values {
    const definition = classAround(this.fn);
    if (!definition) return [];
    const of = {
      kind: 'class',
      module: this.here.module,
      node: definition,
      closure: null,
      trail: null,
      note: null,
    } as const;
    const isClass =
      isDecoratedWith(this.fn, 'classmethod', this.here.module) ||
      nameOf(this.here.module, this.fn) === '__new__';
    // A method that is inherited runs for objects of the derived classes, too.
    const method = nameOf(this.here.module, this.fn);
    const all = [of, ...(method === '__init__' ? [] : inheritingFrom(of, method, this.here))];
    return all.map((each) => (isClass ? each : instance(each, null)));
  }

  private default(): Values | null {
    const value = child(this.parameter, 'value');
    if (!value) return kindOf(this.parameter) === 'plain' ? null : this.empty();
    // Defaults are worked out where the function is defined.
    return this.here.evaluator.evaluate(value, { ...this.here, frame: this.here.frame?.closure ?? null });
  }

  /** No call says what it is: its default, else an object of the class that its annotation names. */
  private ofNoCall(): Values {
    const fallback = this.default();
    const isNone = fallback?.every((value) => value.kind === 'constant' && value.value === null) ?? true;
    if (!isNone && fallback) return fallback.map((value) => this.switchable(value));
    const typed = annotatedValue(child(this.parameter, 'type'), this.here);
    return typed.length > 0 ? typed : (fallback ?? this.nobody());
  }

  /** A switch that no call in the file sets: callers elsewhere may, so that no branch is ruled out by its default. */
  private switchable(value: Value): Value {
    if (value.kind !== 'constant' || typeof value.value !== 'boolean') return value;
    return { ...value, note: value.note ?? reasons.parameter(this.name, nameOf(this.here.module, this.fn)) };
  }

  private empty(): Values {
    return [kindOf(this.parameter) === 'rest' ? sequence([], true) : mapping([], true)];
  }

  private nobody(): Values {
    return [unknown(reasons.parameter(this.name, nameOf(this.here.module, this.fn)))];
  }
}

/** The parameters of a function, separators left out. */
export function parametersOf(fn: SyntaxNode): SyntaxNode[] {
  const list = child(fn, 'parameters')?.children ?? [];
  return list.filter(({ type }) => type !== 'keyword_separator' && type !== 'positional_separator');
}

function parameterText(parameter: SyntaxNode, { module }: Here): string {
  const name = parameterName(parameter);
  return name ? module.textOf(name) : '';
}

/** The position by which a call may fill it; -1 for keyword-only ones. */
function positionOf(parameter: SyntaxNode, fn: SyntaxNode): number {
  const list = child(fn, 'parameters')?.children ?? [];
  const starred = list.findIndex((each) => each.type === 'keyword_separator' || kindOf(each) === 'rest');
  const index = list.indexOf(parameter);
  if (starred >= 0 && index > starred) return -1;
  return parametersOf(fn).indexOf(parameter);
}

function kindOf(parameter: SyntaxNode): 'plain' | 'rest' | 'keywords' {
  const shape = parameter.type === 'typed_parameter' ? parameter.children[0]?.type : parameter.type;
  if (shape === 'list_splat_pattern') return 'rest';
  return shape === 'dictionary_splat_pattern' ? 'keywords' : 'plain';
}

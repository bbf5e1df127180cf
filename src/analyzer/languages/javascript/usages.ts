import { type Message, message } from '../../../shared/message';
import type { Place } from '../../../shared/positions';
import { fitsAny, globPattern } from '../../globs';
import { isSpelledAsPath } from '../../localPath';
import { reasons } from '../../python/reasons';
import type { ArgumentSignature } from '../../signature';
import type { LoaderMatch } from '../../signatureIndex';
import { child, type SyntaxNode } from '../../syntax';
import type { Revision, TraceStep, Usage, WrittenId } from '../../usage';
import type { ScriptEvaluator } from './evaluator';
import { memberOf } from './members';
import type { ScriptModule } from './module';
import type { TextValue, Value, Values } from './values';

/** A call that a signature fits. */
export interface ScriptCandidate {
  readonly node: SyntaxNode;
  readonly path: readonly string[];
  readonly match: LoaderMatch;
}

type Outcome = Pick<Usage, 'resolution' | 'written' | 'implicitModel' | 'reason' | 'trace'>;

/** Kinds of repositories that hold no model. */
const otherKinds = new Set(['dataset', 'space']);

/** Reads the usage that a call is. */
export class ScriptUsageReader {
  private readonly place: Place;
  private readonly args: readonly SyntaxNode[];

  constructor(
    private readonly candidate: ScriptCandidate,
    private readonly module: ScriptModule,
    private readonly evaluator: ScriptEvaluator,
  ) {
    const { node } = candidate;
    this.place = module.source.place(calleeStart(node), node.end);
    this.args = child(node, 'arguments')?.children ?? [];
  }

  /** Null when the call loads no model after all. */
  read(): Usage | null {
    const { family, loader, part } = this.candidate.match;
    const task = loader.task ? this.argument(loader.task) : null;
    const outcome = this.outcomeOf(loader.id ? this.argument(loader.id) : null, task);
    if (!outcome) return null;
    const revision = loader.revision === null ? null : this.revision(loader.revision ?? 'revision');
    return {
      place: this.place,
      loader: this.candidate.path.join('.'),
      library: family.library,
      hub: family.hub,
      part,
      task: texts(task ?? [])[0]?.text ?? null,
      revision,
      remoteCode: null,
      relation: 'referenced',
      ...outcome,
    };
  }

  private outcomeOf(given: Values | null, task: Values | null): Outcome | null {
    if (!given) return this.withoutId(task);
    if (given.length === 0) return this.unresolved(reasons.circular(), []);
    if (given.every(({ kind }) => kind === 'nothing')) return this.withoutId(task);
    return this.outcome(this.repositories(given));
  }

  /** An argument by its place, else by its name in an object that is given; null when it is not given. */
  private argument({ position, keywords }: ArgumentSignature): Values | null {
    const node = position === undefined ? undefined : this.args[position];
    if (node && node.type !== 'spread_element') return this.evaluator.evaluate(node, this.module);
    const named = keywords.flatMap((keyword) => this.property(keyword));
    return named.length > 0 ? named : null;
  }

  private property(name: string): Values {
    const objects = this.args.flatMap((node) => this.evaluator.evaluate(node, this.module));
    return objects
      .filter((value) => value.kind === 'node' && value.node.type === 'object')
      .flatMap((value) => memberOf(value, name, this.evaluator))
      .filter(({ kind }) => kind !== 'nothing');
  }

  /** `{ type: 'model', name: 'owner/name' }` names its model by its name; of another type it names none. */
  private repositories(values: Values): Values {
    return values.flatMap((value): Values => {
      if (value.kind !== 'node' || value.node.type !== 'object') return [value];
      const kinds = texts(memberOf(value, 'type', this.evaluator));
      return kinds.some((kind) => otherKinds.has(kind.text)) ? [] : memberOf(value, 'name', this.evaluator);
    });
  }

  private outcome(values: Values): Outcome | null {
    const { ignoreIds, onlyIds } = this.candidate.match.loader;
    const wanted = texts(values).filter(
      ({ text: id }) => !fitsAny(ignoreIds, id) && (!onlyIds || fitsAny(onlyIds, id)) && id.trim() !== '',
    );
    const unknown = values.find((value) => value.kind === 'unknown');
    if (wanted.length === 0) {
      if (texts(values).length > 0 || unknown?.kind !== 'unknown') return null;
      return this.unresolved(unknown.reason, unknown.trail);
    }
    const written = this.distinct(wanted);
    const local = written.every(({ text: id }) => this.isLocal(id));
    return {
      resolution: local ? 'local' : written.length > 1 ? 'ambiguous' : 'resolved',
      written,
      implicitModel: null,
      reason: wanted.find(({ note }) => note)?.note ?? (unknown?.kind === 'unknown' ? unknown.reason : null),
      trace: written[0]?.trace ?? [],
    };
  }

  /** `pipeline('task')`: the task's default model. */
  private withoutId(task: Values | null): Outcome | null {
    const { implicit } = this.candidate.match.loader;
    const [value] = task ?? [];
    if (!implicit || !value) return null;
    if (value.kind === 'unknown') return this.unresolved(value.reason, value.trail);
    if (value.kind !== 'text') return null;
    const found = Object.entries(implicit).find(([glob]) => globPattern(glob).test(value.text));
    if (!found) return this.unresolved(reasons.noDefault(value.text), []);
    return {
      resolution: 'resolved',
      written: [],
      implicitModel: found[1],
      reason: reasons.implicit(value.text),
      trace: [this.callStep()],
    };
  }

  private unresolved(reason: Message, trail: readonly TraceStep[]): Outcome {
    return {
      resolution: 'unresolved',
      written: [],
      implicitModel: null,
      reason,
      trace: [this.callStep(), ...trail],
    };
  }

  private isLocal(id: string): boolean {
    return isSpelledAsPath(id) || (id.includes('/') && this.evaluator.world.isModel(id));
  }

  private distinct(values: readonly TextValue[]): WrittenId[] {
    const found = new Map<string, WrittenId>();
    for (const value of values) {
      const written = this.written(value);
      if (!found.get(value.text)?.place) found.set(value.text, written);
    }
    return [...found.values()];
  }

  private written({ text: id, literal, trail }: TextValue): WrittenId {
    const place = literal && literal.module.source.place(literal.start, literal.end);
    const last = place ? [{ step: message('"{0}"', id), place }] : [];
    return { text: id, place, trace: [this.callStep(), ...trail, ...last] };
  }

  private revision(keyword: string): Revision | null {
    const values = this.property(keyword);
    if (values.length === 0) return null;
    const [known] = texts(values);
    const literal = known?.literal;
    const place = literal ? literal.module.source.place(literal.start, literal.end) : this.place;
    return { value: values.length === 1 && known ? known.text : null, place };
  }

  private callStep(): TraceStep {
    return { step: message('call of {0}', this.candidate.path.join('.')), place: this.place };
  }
}

/** The grammar of TypeScript takes `await f<T>(x)` for a call of `await f`: the callee begins behind the word. */
function calleeStart(node: SyntaxNode): number {
  const callee = child(node, 'function');
  return callee?.type === 'await_expression' ? (callee.children[0]?.start ?? node.start) : node.start;
}

function texts(values: Values): TextValue[] {
  return values.filter((value: Value): value is TextValue => value.kind === 'text');
}

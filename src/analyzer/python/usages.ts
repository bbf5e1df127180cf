import { message } from '../../shared/message';
import type { Place } from '../../shared/positions';
import { globPattern, fitsAny } from '../globs';
import type { ArgumentSignature, SwitchSignature } from '../signature';
import type { LoaderMatch } from '../signatureIndex';
import { child, type SyntaxNode } from '../syntax';
import type { Revision, TraceStep, Usage } from '../usage';
import type { Arguments } from './arguments';
import type { Here } from './evaluator';
import { givenAsNone, type IdContext, type IdOutcome, resolveId, type Resolved } from './idResolution';
import { reasons } from './reasons';
import { addTexts, pairIn } from './textOperations';
import { subscriptWith } from './subscripts';
import { isWritten } from './written';
import { join, text, type TextValue, truth, type Value, type Values } from './values';

/** A call (or bundle expression) that a signature fits. */
export interface Candidate {
  readonly node: SyntaxNode;
  /** The dotted name, as the library names it. */
  readonly path: readonly string[];
  readonly args: Arguments;
  readonly match: LoaderMatch;
}

/** The usage that a candidate is; null when it loads no model after all. */
export function readUsage(candidate: Candidate, here: Here): Usage | null {
  return new UsageReader(candidate, here).read();
}

class UsageReader {
  private readonly place: Place;
  private readonly loaderName: string;

  constructor(
    private readonly candidate: Candidate,
    private readonly here: Here,
  ) {
    const { node, path } = candidate;
    this.place = here.module.source.place(node.start, node.end);
    this.loaderName = path.join('.');
  }

  read(): Usage | null {
    const { loader } = this.candidate.match;
    const task = this.task();
    const values = loader.id ? this.idArgument() : this.idFromName();
    if (values === 'none' || (values === null && loader.also)) return null;
    const ids = textsIn(values ?? []);
    if (this.isOff(ids)) return null;
    const outcome = this.outcome(values);
    if (outcome === 'none') return null;
    if (outcome === 'absent') return this.withoutId(values, task);
    return this.usage(outcome, null, task);
  }

  private outcome(values: Values | null): IdOutcome {
    return values === null ? 'absent' : resolveId(values, this.context());
  }

  /** No id is given: the library's own default, the task's, or no usage. */
  private withoutId(values: Values | null, task: Values | null): Usage | null {
    const { loader } = this.candidate.match;
    const none = { resolution: 'resolved', written: [], reason: null, trace: [this.callStep()] } as const;
    if (loader.implicit) return this.implicit(task ?? [], none);
    if (loader.defaultId !== undefined) return this.usage(none, loader.defaultId, task);
    if (values === null || loader.also || loader.orObject || loader.onlyIds) return null;
    return this.usage(givenAsNone(values, this.context()), null, task);
  }

  /** `pipeline("task")`: the task's default model. */
  private implicit(task: Values, none: Resolved): Usage | null {
    const { loader } = this.candidate.match;
    const [name] = textsIn(task);
    if (name !== undefined) {
      const found = Object.entries(loader.implicit ?? {}).find(([glob]) => globPattern(glob).test(name));
      if (found) return this.usage({ ...none, reason: reasons.implicit(name) }, found[1], task);
      return this.usage({ ...none, resolution: 'unresolved', reason: reasons.noDefault(name) }, null, task);
    }
    const unknown = task.find(({ kind }) => kind === 'unknown');
    if (unknown?.kind !== 'unknown') return null;
    return this.usage({ ...none, resolution: 'unresolved', reason: unknown.reason }, null, task);
  }

  private usage(resolved: Resolved, implicitModel: string | null, task: Values | null): Usage {
    const { family, loader, part } = this.candidate.match;
    return {
      place: this.place,
      loader: this.loaderName,
      library: family.library,
      hub: family.hub,
      part,
      resolution: resolved.resolution,
      written: resolved.written,
      implicitModel,
      task: textsIn(task ?? [])[0] ?? null,
      reason: resolved.reason,
      trace: resolved.trace,
      revision: loader.revision === null ? null : this.revision(loader.revision ?? 'revision'),
      remoteCode:
        loader.remoteCode === null ? null : this.remoteCode(loader.remoteCode ?? 'trust_remote_code'),
      relation: 'referenced',
    };
  }

  private task(): Values | null {
    const { args, match } = this.candidate;
    return match.loader.task ? args.get(match.loader.task.position, match.loader.task.keywords) : null;
  }

  /** The id argument; null when it is not given. What `**kwargs` may hold counts only for a loader that needs an id. */
  private idArgument(): Values | null {
    const { args, match } = this.candidate;
    const { id, join: joined, also, implicit, defaultId } = match.loader;
    if (!id) return null;
    const optional = also === true || implicit !== undefined || defaultId !== undefined;
    const given = args.get(id.position, id.keywords) ?? (optional ? null : (args.open?.() ?? null));
    const values = given && this.idsIn(given, id);
    if (!values || !joined) return values;
    const second = args.get(joined.argument.position, joined.argument.keywords);
    return second ? this.joined(values, second, joined.separator) : values;
  }

  /** What an argument holds that may be more than the id itself: a dictionary, a text of pairs, a function. */
  private idsIn(values: Values, { entry, named }: ArgumentSignature): Values {
    if (named)
      return values.map((value) => (value.kind === 'external' ? text(value.path.at(-1) ?? '') : value));
    return entry === undefined ? values : join(...values.map((value) => this.entryOf(value, entry)));
  }

  private entryOf(value: Value, key: string): Values {
    if (value.kind === 'text') return value.text.includes('=') ? pairIn(value, key) : [value];
    return value.kind === 'mapping' || value.kind === 'data'
      ? subscriptWith(value, [text(key)], this.here)
      : [value];
  }

  /** `owner/repo` + `#` + `entry`. The place of such an id is that of no single literal. */
  private joined(first: Values, second: Values, separator: string): Values {
    const { node } = this.candidate;
    return join(
      ...first.map((value): Values => {
        if (value.kind !== 'text') return [value];
        return addTexts([[value], [text(separator)], second.map(asText)], node, this.here);
      }),
    );
  }

  private idFromName(): Values | 'none' {
    const { path, match, node } = this.candidate;
    const { idFrom } = match.loader;
    const id = idFrom === 'root' ? path[0] : idFrom === 'name' ? path.at(-1) : idFrom?.(path);
    if (id === null || id === undefined) return 'none';
    const callee = node.type === 'call' ? child(node, 'function') : node;
    const last = callee?.type === 'attribute' ? child(callee, 'attribute') : callee;
    const standsThere = last && this.here.module.textOf(last) === id;
    return [text(id, standsThere ? this.here.module.spot(last) : null)];
  }

  private isOff(ids: readonly string[]): boolean {
    const { loader } = this.candidate.match;
    return loader.switches?.some((each) => !exempt(each, ids) && this.switchedOff(each)) ?? false;
  }

  private switchedOff({ argument, absent, off, inverted }: SwitchSignature): boolean {
    const { args } = this.candidate;
    const given = argument.keywords.flatMap((keyword) => args.get(undefined, [keyword]) ?? []);
    const byPosition =
      given.length === 0 && argument.position !== undefined ? args.get(argument.position, []) : null;
    const values = byPosition ?? given;
    if (values.length === 0) {
      const unset = args.open === null ? absent === 'off' : false;
      return inverted ? !unset && absent === 'on' : unset;
    }
    const allOff = values.every((value) => isOffValue(value, off));
    return inverted ? !allOff : allOff;
  }

  private context(): IdContext {
    const { args, match } = this.candidate;
    const { local } = match.loader;
    const said = local ? args.get(local.argument.position, local.argument.keywords) : null;
    const saidLocal = textsIn(said ?? []).some((each) => local?.values.includes(each));
    const { evaluator, module } = this.here;
    return {
      loader: match.loader,
      call: this.callStep(),
      file: module.path,
      world: evaluator.world,
      saidLocal,
      isWritten: (id) => isWritten(id, this.candidate.node, this.here),
    };
  }

  private callStep(): TraceStep {
    return { step: message('call of {0}', this.loaderName), place: this.place };
  }

  private revision(keyword: string): Revision | null {
    const values = this.candidate.args.get(undefined, [keyword]);
    if (!values || values.every((value) => value.kind === 'constant' && value.value === null)) return null;
    const known = textsIn(values);
    return {
      value: known.length === 1 && values.length === 1 ? (known[0] ?? null) : null,
      place: this.argumentPlace(keyword),
    };
  }

  private remoteCode(keyword: string): Place | null {
    const values = this.candidate.args.get(undefined, [keyword]);
    return values?.some((value) => truth(value) === true) ? this.argumentPlace(keyword) : null;
  }

  /** The keyword argument as the call writes it; the call itself when it comes from elsewhere. */
  private argumentPlace(keyword: string): Place {
    const { module } = this.here;
    const written = child(this.candidate.node, 'arguments')?.children.find((each) => {
      const name = each.type === 'keyword_argument' ? child(each, 'name') : undefined;
      return name !== undefined && module.textOf(name) === keyword;
    });
    return written ? module.source.place(written.start, written.end) : this.place;
  }
}

function textsIn(values: Values): string[] {
  return values.filter((value): value is TextValue => value.kind === 'text').map((value) => value.text);
}

function asText(value: Value): Value {
  return value.kind === 'constant' && value.value === null ? text('') : value;
}

function exempt({ exceptIds }: SwitchSignature, ids: readonly string[]): boolean {
  return exceptIds !== undefined && ids.length > 0 && ids.every((id) => fitsAny(exceptIds, id));
}

function isOffValue(value: Value, off: readonly string[] | undefined): boolean {
  if (off) return value.kind === 'text' && off.includes(value.text);
  return truth(value) === false;
}

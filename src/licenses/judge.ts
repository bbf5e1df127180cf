import { type Message, message } from '../shared/message';
import { type Expression, readExpression } from './expression';
import type {
  Ground,
  IntendedUse,
  Judgement,
  JudgementKind,
  JudgementQuestion,
  LicenseName,
  Relation,
} from './judgement';
import { clashOf, shareReaches } from './judging/clash';
import { dutiesOf } from './judging/duties';
import {
  keepsShareAlike,
  type ModelSide,
  modelSide,
  type ProjectSide,
  projectSide,
  tableAnswer,
} from './judging/sides';
import { parsedExpression } from './names/parse';
import type { Terms } from './terms';

/** From the answer to wish for to the one to avoid. */
const ranks: Readonly<Record<JudgementKind, number>> = {
  compatible: 0,
  conditional: 1,
  restricted: 2,
  unknown: 3,
  incompatible: 4,
};

/**
 * Judges a model's licence for a project. The Linux Foundation table wins where it says yes or no; where it is silent the terms
 * decide. Of alternatives (`OR`) the best counts, of licences that all hold (`AND`) the worst. Information, not legal advice.
 */
export function judge({ model, project, relation: stated, use }: JudgementQuestion): Judgement {
  const relation = actOf(stated, use);
  const licenses = expressionOf(model);
  if (!licenses) return unnamedModel(model);
  const own = project ? expressionOf(project) : null;
  return overModel(licenses, (side) => {
    if (own) return overProject(own, (other) => judgeOne(side, other, relation, use));
    return judgeOne(side, unnamedProject(project), relation, use);
  });
}

/** Copies and changed versions that stay within one organisation are passed on to nobody. */
export function actOf(relation: Relation, use: IntendedUse | null): Relation {
  return use === 'internal' && relation !== 'served' ? 'referenced' : relation;
}

/** The answer for one licence of the model and one of the project. */
function judgeOne(
  model: ModelSide,
  project: ProjectSide,
  relation: Relation,
  use: IntendedUse | null,
): Judgement {
  const { terms } = model;
  const answer = (kind: JudgementKind, ground: Ground, basis: Message): Judgement => ({
    kind,
    basis,
    ground,
    duties: terms ? dutiesOf(terms) : [],
    nonCommercial: terms?.commercial === 'no',
  });
  if (use === 'commercial' && terms?.commercial === 'no')
    return answer(
      'incompatible',
      'use',
      message('{0} does not allow commercial use, which the policy intends.', model.id),
    );
  const cell = tableAnswer(model, project);
  if (cell !== null && project.kind === 'license')
    return answer(
      cell === 'yes' ? 'compatible' : 'incompatible',
      'table',
      tableBasis(cell, model.id, project.id, relation),
    );
  if (!terms) return answer('unknown', 'unread', message('Nobody here has read the terms of {0}.', model.id));
  const clash = clashOf(model, terms, project, relation);
  if (clash) return answer('incompatible', 'terms', clash);
  if (project.kind === 'unnamed' && shareReaches(terms, relation))
    return answer(
      'unknown',
      'unrecognised',
      message(
        '{0} asks that the whole work is under it, and the licence of the project has no known name.',
        model.id,
      ),
    );
  const { kind, basis } = ownTerms(model, terms, keepsShareAlike(model, project));
  return answer(kind, kind === 'unknown' ? 'unread' : 'terms', basis);
}

function tableBasis(cell: 'yes' | 'no', model: string, project: string, relation: Relation): Message {
  if (cell === 'yes')
    return message('Linux Foundation table: {0} may be used in a project under {1}.', model, project);
  return relation === 'referenced'
    ? message(
        'Linux Foundation table: {0} does not fit into a project under {1}, if distributed together.',
        model,
        project,
      )
    : message('Linux Foundation table: {0} does not fit into a project under {1}.', model, project);
}

/** What the model's terms ask of anyone, where nothing clashes. The first line that applies decides. */
function ownTerms({ id }: ModelSide, terms: Terms, shared: boolean): { kind: JudgementKind; basis: Message } {
  const { commercial, restrict, share } = terms;
  if (commercial === 'no')
    return { kind: 'restricted', basis: message('{0} does not allow commercial use.', id) };
  if (restrict === 'yes')
    return {
      kind: 'restricted',
      basis: message('{0} restricts what the model may be used for, and the restrictions are passed on.', id),
    };
  if ([commercial, restrict, share, terms.distribute].includes('?'))
    return { kind: 'unknown', basis: unreadBasis(id, terms) };
  const condition = shared
    ? otherCondition(id, terms)
    : (shareCondition(id, terms) ?? otherCondition(id, terms));
  if (condition) return { kind: 'conditional', basis: condition };
  return { kind: 'compatible', basis: harmlessBasis(id, terms) };
}

/** A family name leaves terms open; so does a text of which nobody here has read more than parts. */
function unreadBasis(id: string, { read }: Terms): Message {
  switch (read) {
    case 'none':
      return message('Nobody here has read the terms of {0}.', id);
    case 'clauses':
      return message('Of the terms of {0} only parts have been read here.', id);
    case 'text':
      return message('The text of {0} leaves open what is allowed.', id);
    case 'published':
      return message('The name {0} does not say which terms hold.', id);
  }
}

function shareCondition(id: string, terms: Terms): Message | null {
  if (terms.share === 'none') return null;
  return terms.network === 'yes'
    ? message('{0} is share-alike, also for what is offered over a network.', id)
    : message('{0} is share-alike: it begins when the model, or what is derived from it, is passed on.', id);
}

function otherCondition(id: string, terms: Terms): Message | null {
  if (terms.distribute === 'no') return message('{0} does not allow the model to be passed on.', id);
  if (terms.derive === 'no') return message('{0} does not allow changed versions to be passed on.', id);
  if (terms.commercial === 'limited') return message('{0} limits commercial use.', id);
  if (terms.serve === 'no') return message('{0} does not allow the model to be offered as a service.', id);
  return terms.accept === 'yes' ? message('The terms of {0} must be accepted first.', id) : null;
}

function harmlessBasis(id: string, { credit }: Terms): Message {
  return credit === 'none'
    ? message('{0} asks nothing.', id)
    : message('{0} asks for its notices, once the model is passed on.', id);
}

function overModel(expression: Expression, judgeSide: (side: ModelSide) => Judgement): Judgement {
  if ('license' in expression) return judgeSide(modelSide(expression.license, expression.exception));
  return choose(
    expression.op,
    expression.parts.map((part) => overModel(part, judgeSide)),
  );
}

function overProject(expression: Expression, judgeSide: (side: ProjectSide) => Judgement): Judgement {
  if ('license' in expression) return judgeSide(projectSide(expression.license));
  return choose(
    expression.op,
    expression.parts.map((part) => overProject(part, judgeSide)),
  );
}

/** The best of alternatives, the worst of a sum; a sum has the duties of all. */
function choose(op: 'and' | 'or', judgements: readonly Judgement[]): Judgement {
  const better = (a: Judgement, b: Judgement) =>
    ranks[b.kind] < ranks[a.kind] === (op === 'or') && a.kind !== b.kind ? b : a;
  const chosen = judgements.reduce(better);
  if (op === 'or') return chosen;
  const duties = new Map(
    judgements.flatMap((one) => one.duties.map((duty) => [duty.duty.text + duty.begins, duty])),
  );
  return {
    ...chosen,
    duties: [...duties.values()],
    nonCommercial: judgements.some((one) => one.nonCommercial),
  };
}

/** A name as an expression; null when it names nothing. */
function expressionOf(name: LicenseName): Expression | null {
  if (name.kind === 'license') return { license: name.id, exception: null };
  return name.kind === 'expression' ? (readExpression(name.text) ?? parsedExpression(name.text)) : null;
}

function unnamedProject(project: LicenseName | null): ProjectSide {
  if (!project || project.kind === 'none') return { kind: 'none' };
  return { kind: 'unnamed', text: 'text' in project ? project.text : '' };
}

function unnamedModel(model: LicenseName): Judgement {
  const answer = (ground: Ground, basis: Message): Judgement => ({
    kind: 'unknown',
    basis,
    ground,
    duties: [],
    nonCommercial: false,
  });
  switch (model.kind) {
    case 'none':
      return answer('undeclared', message('The model declares no licence.'));
    case 'other':
      return answer(
        'unrecognised',
        message('The author declares a licence of another kind ("{0}").', model.text),
      );
    case 'unrecognised':
    case 'expression':
      return answer('unrecognised', message('The declared licence "{0}" has no known name.', model.text));
    case 'license':
      return answer('unread', message('Nobody here has read the terms of {0}.', model.id));
  }
}

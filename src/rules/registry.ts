import { message } from '../shared/message';
import { cardIncomplete } from './checks/cardIncomplete';
import { implicitModel } from './checks/implicitModel';
import { licenseBaseModel } from './checks/licenseBaseModel';
import { licenseIncompatible } from './checks/licenseIncompatible';
import { licenseMissing } from './checks/licenseMissing';
import { licenseNoncommercial } from './checks/licenseNoncommercial';
import { licenseRestricted } from './checks/licenseRestricted';
import { modelDenied } from './checks/modelDenied';
import { modelMoved } from './checks/modelMoved';
import { modelUnknown } from './checks/modelUnknown';
import { nameMismatch } from './checks/nameMismatch';
import { remoteCode } from './checks/remoteCode';
import { revisionUnpinned } from './checks/revisionUnpinned';
import type { RuleId } from './finding';
import type { Rule } from './rule';

/** Rules that look at the whole folder: their findings are made in `evaluateProject` and by the policy's reader. */
const projectRules: readonly Rule[] = [
  {
    id: 'project-license-missing',
    severity: 'information',
    family: 'project',
    title: message('The project has no licence'),
    check: null,
  },
  {
    id: 'project-license-conflict',
    severity: 'information',
    family: 'project',
    title: message("The project's files name different licences"),
    check: null,
  },
  {
    id: 'policy-invalid',
    severity: 'warning',
    family: 'project',
    title: message('The policy has a mistake'),
    check: null,
  },
];

/** Every rule; among licence rules the first that applies is the strongest. */
export const allRules: readonly Rule[] = [
  licenseIncompatible,
  licenseNoncommercial,
  licenseBaseModel,
  licenseRestricted,
  licenseMissing,
  modelDenied,
  modelMoved,
  modelUnknown,
  revisionUnpinned,
  remoteCode,
  implicitModel,
  nameMismatch,
  cardIncomplete,
  ...projectRules,
];

/** A rule by its id. */
export function ruleOf(id: RuleId): Rule {
  const rule = allRules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

/** The page that explains a rule, relative to the project's root. */
export function ruleDocs(id: RuleId): string {
  return `docs/rules/${id}.md`;
}

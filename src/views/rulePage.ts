import { Uri } from 'vscode';
import { commandTarget } from '../present/markdown';
import type { RuleId } from '../rules/finding';
import { commandIds } from './ids';

/** The link behind the code of a diagnostic: it opens what the documentation says of the rule. */
export function rulePage(rule: RuleId): Uri {
  return Uri.parse(commandTarget(commandIds.explainRule, rule));
}

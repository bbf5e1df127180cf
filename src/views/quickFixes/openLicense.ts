import { type CodeAction, Uri } from 'vscode';
import { licenseLinks } from '../../present/licenseLink';
import { shown } from '../../present/shown';
import { modelLicense } from '../../rules/modelLicense';
import { ruleOf } from '../../rules/registry';
import { message } from '../../shared/message';
import { type Problem, quickFix, recordOf } from './problem';

/** Opens the text of the model's licence in the browser. */
export function openLicense(problem: Problem): CodeAction[] {
  const { finding, folder } = problem;
  const isAbout = ruleOf(finding.rule).family === 'license' || finding.rule === 'model-denied';
  if (!isAbout) return [];
  const record = recordOf(problem);
  const license = modelLicense(finding.model, record, folder.inventory.policy);
  return licenseLinks(license, record).map(({ name, address }) => {
    const title = message('Open the licence text of {0}', shown(name));
    const action = quickFix(problem, title);
    action.command = { title: action.title, command: 'vscode.open', arguments: [Uri.parse(address, true)] };
    return action;
  });
}

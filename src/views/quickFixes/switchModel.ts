import type { CodeAction } from 'vscode';
import type { ModelRecord } from '../../db/record';
import { projectOf } from '../../licenses/detect';
import { shown } from '../../present/shown';
import { licenseName } from '../../present/license';
import { relationOf } from '../../rules/evaluate';
import { fitting } from '../../rules/fitting';
import { ruleOf } from '../../rules/registry';
import { message } from '../../shared/message';
import { type Problem, recordOf } from './problem';
import { replacement } from './replacement';

/** So many are offered. */
const offered = 3;

/** Other models for the same task, most downloaded first, that the project may use as it uses this one. */
export function switches(
  problem: Problem,
  alternatives: (record: ModelRecord) => readonly ModelRecord[],
): CodeAction[] {
  const { finding, folder, used } = problem;
  const place = used?.model.written?.place;
  const record = recordOf(problem);
  const isAbout = ruleOf(finding.rule).family === 'license' || finding.rule === 'model-denied';
  if (!used || !place || !record || !isAbout) return [];
  const { policy, current } = folder.inventory;
  const frame = {
    project: projectOf(current.projects, place.file),
    policy,
    relation: relationOf(used.entry.usage, policy),
  };
  return fitting(alternatives(record), record, frame, offered).map((other) =>
    replacement(
      problem,
      {
        title: message('Switch to {0} ({1})', shown(other.id), licenseName(other)),
        place,
        newText: other.id,
      },
      false,
    ),
  );
}

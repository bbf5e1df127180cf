import { licenseText } from '../licenses/text';
import type { ProjectLicense } from '../licenses/project';
import { message } from '../shared/message';
import type { Related } from './finding';

/** The place where the project's licence was read. */
export function projectEvidence(project: ProjectLicense | null): Related[] {
  const [first] = project?.evidence ?? [];
  if (!first) return [];
  return [
    { message: message("the project's licence: {0}", licenseText(first.license) ?? ''), place: first.place },
  ];
}

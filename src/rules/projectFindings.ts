import { projectOf } from '../licenses/detect';
import { licenseText } from '../licenses/text';
import { message } from '../shared/message';
import type { ProjectInput } from './context';
import type { Finding } from './finding';

/** One finding, at the first file that uses a model and lies in no folder with a licence. */
export function missingFindings({ projects, files }: ProjectInput): Finding[] {
  const first = files.find(({ file, usages }) => usages.length > 0 && !projectOf(projects, file)?.license);
  if (!first) return [];
  const start = { line: 0, column: 0 };
  return [
    {
      rule: 'project-license-missing',
      severity: 'information',
      place: { file: first.file, cell: null, range: { start, end: start } },
      model: '',
      message: message('The project declares no licence, so models are judged by what they ask of anyone.'),
      basis: null,
      related: [],
      fixes: [],
      suppressed: null,
    },
  ];
}

/** One finding for each folder whose files name different licences, at the one that counts. */
export function conflictFindings({ projects }: ProjectInput): Finding[] {
  return projects.flatMap(({ conflict, evidence }) => {
    const [first, ...others] = evidence;
    if (!conflict || !first) return [];
    const related = others.map(({ license, place }) => ({
      message: message('{0} here', licenseText(license) ?? ''),
      place,
    }));
    return [
      {
        rule: 'project-license-conflict',
        severity: 'information',
        place: first.place,
        model: '',
        message: conflict,
        basis: null,
        related,
        fixes: [],
        suppressed: null,
      },
    ];
  });
}

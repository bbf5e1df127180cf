import { projectOf } from '../licenses/detect';
import { licenseText } from '../licenses/text';
import { message } from '../shared/message';
import type { UnreadFile } from '../licenses/project';
import type { ProjectInput } from './context';
import type { Finding } from './finding';

/** One finding, at the first file that uses a model and lies in no folder with a licence. */
export function missingFindings({ projects, files }: ProjectInput): Finding[] {
  const isLicensed = licensedFolders(projects);
  const first = files.find(({ file, usages }) => usages.length > 0 && !isLicensed(file));
  if (!first) return [];
  const unread = nearestUnread(projects, first.file);
  const start = { line: 0, column: 0 };
  return [
    {
      rule: 'project-license-missing',
      severity: 'information',
      place: { file: unread?.file ?? first.file, cell: null, range: { start, end: start } },
      model: '',
      message: unread
        ? message('{0} names no known licence, so models are judged by what they ask of anyone.', unread.file)
        : message('The project declares no licence, so models are judged by what they ask of anyone.'),
      basis: unread?.reason ?? null,
      related: [],
      fixes: [],
      suppressed: null,
    },
  ];
}

/** Whether a file lies below a licence. Asked for every file after each change, so each folder is looked up once. */
function licensedFolders(projects: ProjectInput['projects']): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    const isLicensed = known.get(folder) ?? !!projectOf(projects, file)?.license;
    known.set(folder, isLicensed);
    return isLicensed;
  };
}

/** A licence file above `file` that could not be understood: then it is that, and not its absence, that the user should hear of. */
function nearestUnread(projects: ProjectInput['projects'], file: string): UnreadFile | null {
  const above = projects.filter(({ path }) => path === '' || file.startsWith(`${path}/`));
  const [nearest] = above
    .filter(({ unread }) => unread?.length)
    .sort((a, b) => b.path.length - a.path.length);
  return nearest?.unread?.[0] ?? null;
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

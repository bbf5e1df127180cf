import type { Files } from '../shared/host';
import type { ProjectLicense } from './project';

/** Whether a change of this file may change a project's licence. */
export function isLicenseEvidence(path: string): boolean {
  return /(^|\/)(licen[cs]e|copying|pyproject\.toml|package\.json)/i.test(path);
}

/** The licences that the folders of a workspace declare, sorted by path. */
export function detectProjectLicenses(_files: Files, _paths: readonly string[]): Promise<ProjectLicense[]> {
  return Promise.resolve([]);
}

/** The nearest folder above a file that declares a licence; null when none does. */
export function projectOf(projects: readonly ProjectLicense[], file: string): ProjectLicense | null {
  let nearest: ProjectLicense | null = null;
  for (const project of projects) {
    const inside = project.path === '' || file.startsWith(`${project.path}/`);
    if (inside && (!nearest || project.path.length > nearest.path.length)) nearest = project;
  }
  return nearest;
}

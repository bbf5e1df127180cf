import type { Files } from '../shared/host';
import { message } from '../shared/message';
import type { Place } from '../shared/positions';
import { type Evidence, evidenceOf } from './detection/evidence';
import { type Finding as Read, resolveFolder } from './detection/folder';
import { LicenseReader } from './detection/reader';
import { spdxTag } from './detection/headers';
import type { ProjectLicense } from './project';

/** So many files are read at once. */
const batch = 64;

/** Source files whose head is looked at when nothing else names the licence of the whole. */
const sourceFile = /\.(?:py|js|ts|rs|go|c|cc|cpp|h|java|sh|jl|r)$/i;
const maxSourceFiles = 30;

/** Whether a change of this file may change a project's licence. */
export function isLicenseEvidence(path: string): boolean {
  return evidenceOf(path) !== null;
}

/**
 * The licences that the folders of a workspace declare, sorted by path: licence texts, then manifests, then SPDX tags of source files
 * at the root. A folder without evidence of its own is not listed.
 */
export async function detectProjectLicenses(
  files: Files,
  paths: readonly string[],
): Promise<ProjectLicense[]> {
  const reader = new LicenseReader(files);
  const byFolder = new Map<string, Read[]>();
  const evidence = [...paths, ...(await unlisted(files, paths))].flatMap((path) => {
    const found = evidenceOf(path);
    return found ? [{ path, found }] : [];
  });
  for (let start = 0; start < evidence.length; start += batch) {
    const reads = evidence
      .slice(start, start + batch)
      .map(({ path, found }) => readEvidence(reader, path, found));
    for (const read of (await Promise.all(reads)).flat()) {
      const folder = byFolder.get(read.folder);
      if (folder) folder.push(read);
      else byFolder.set(read.folder, [read]);
    }
  }
  const projects = [...byFolder].map(([folder, reads]) => resolveFolder(folder, reads));
  if (!projects.some(({ path, license }) => path === '' && license))
    projects.push(...(await fromSources(reader, paths)));
  return merged(projects).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Licence texts and manifests at the root that a listing leaves out: symbolic links, whose loops are then told of by name. */
async function unlisted(files: Files, paths: readonly string[]): Promise<string[]> {
  const listed = new Set(paths);
  const named = (await files.names('')).filter((name) => !listed.has(name) && isLicenseEvidence(name));
  const kinds = await Promise.all(named.map((name) => files.kind(name)));
  return named.filter((_, index) => kinds[index] !== 'folder');
}

/** The nearest folder above a file that declares a licence; null when none does. */
export function projectOf(projects: readonly ProjectLicense[], file: string): ProjectLicense | null {
  let nearest: ProjectLicense | null = null;
  for (const project of projects) {
    const inside = project.path === '' || file.startsWith(`${project.path}/`);
    if (inside && project.license && (!nearest || project.path.length > nearest.path.length))
      nearest = project;
  }
  return nearest;
}

async function readEvidence(reader: LicenseReader, path: string, evidence: Evidence): Promise<Read[]> {
  const read = await reader.text(path);
  const { folder, kind } = evidence;
  if (!read.ok)
    return kind !== 'manifest'
      ? [{ folder, kind, path, order: 0, license: null, place: lineOf(path, 0), unread: read.error }]
      : [];
  if (evidence.kind === 'manifest') {
    return (await evidence.read(read.value)).map(({ license, line }) => ({
      folder,
      kind,
      path,
      order: evidence.order,
      license,
      place: lineOf(path, line),
      unread: null,
    }));
  }
  const license = await reader.identify(read.value);
  const unread = license ? null : message('its text is no licence that is known here');
  return [{ folder, kind, path, order: 0, license, place: lineOf(path, 0), unread }];
}

/** The licence on which all SPDX tags of the first source files agree. */
async function fromSources(reader: LicenseReader, paths: readonly string[]): Promise<ProjectLicense[]> {
  const sources = paths
    .filter((path) => sourceFile.test(path))
    .map((path) => ({ path, depth: path.split('/').length }))
    .sort((a, b) => a.depth - b.depth)
    .slice(0, maxSourceFiles);
  const tagged: Read[] = [];
  const texts = await Promise.all(sources.map(async ({ path }) => ({ path, read: await reader.text(path) })));
  for (const { path, read } of texts) {
    const license = read.ok ? spdxTag(read.value.slice(0, 2000)) : null;
    if (license)
      tagged.push({
        folder: '',
        kind: 'manifest',
        path,
        order: 99,
        license,
        place: lineOf(path, 0),
        unread: null,
      });
  }
  const names = new Set(tagged.map(({ license }) => JSON.stringify(license)));
  const [first] = tagged;
  return first && names.size === 1 ? [resolveFolder('', [first])] : [];
}

/** The root may be listed twice: once for what could not be read, once from its sources. */
function merged(projects: readonly ProjectLicense[]): ProjectLicense[] {
  const byPath = new Map<string, ProjectLicense>();
  for (const project of projects) byPath.set(project.path, { ...byPath.get(project.path), ...project });
  return [...byPath.values()];
}

function lineOf(file: string, line: number): Place {
  const start = { line, column: 0 };
  return { file, cell: null, range: { start, end: start } };
}

/**
 * Folders that hold other people's code: installed packages, virtual environments, version control. What is in
 * them is not the project's own use of a model.
 */
const vendoredFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'site-packages',
  'dist-packages',
  '__pycache__',
  '.tox',
  '.nox',
  '.venv',
  'conda-meta',
]);

/** Whether a folder of this name is never looked into. */
export function isVendoredName(name: string): boolean {
  return vendoredFolders.has(name);
}

/** Files whose folder is a virtual environment (PEP 405) when they stand in it. */
export const environmentMarker = 'pyvenv.cfg';

/** Leaves out the files below vendored folders and virtual environments. */
export function withoutVendored(files: readonly string[]): string[] {
  const environments = files
    .filter((file) => file.endsWith(`/${environmentMarker}`))
    .map((file) => file.slice(0, -environmentMarker.length));
  return files.filter(
    (file) =>
      !file.split('/').slice(0, -1).some(isVendoredName) &&
      !environments.some((environment) => file.startsWith(environment)),
  );
}

import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import { workTree } from './workTree';

const run = promisify(execFile);

/**
 * Configuration that the repository must not decide for us: a repository can name programs to run
 * (`core.fsmonitor`), and a scan never executes what it scans. `safe.directory` because only names are read.
 */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'safe.directory=*', '-c', 'core.quotePath=false'];

/**
 * Files of a folder in a git work tree: tracked ones, and untracked ones that are not ignored. A folder (submodule,
 * nested repository) ends in `/`. Null when the folder is in no work tree, is itself ignored, or git is not there.
 */
export async function gitFiles(root: string): Promise<string[] | null> {
  try {
    if (!(await mayBeTracked(root))) return null;
    const [inside, ignored, tracked, untracked] = await Promise.all([
      git(root, ['rev-parse', '--is-inside-work-tree']),
      isIgnored(root),
      git(root, ['ls-files', '-z', '--cached', '--stage']),
      git(root, ['ls-files', '-z', '--others', '--exclude-standard']),
    ]);
    if (inside.trim() !== 'true' || ignored) return null;
    return [...new Set([...names(tracked).flatMap(stagedPath), ...names(untracked)])];
  } catch {
    return null;
  }
}

/** Whether git may know of a folder: starting it only to hear that it does not takes as long as listing a thousand files. */
async function mayBeTracked(root: string): Promise<boolean> {
  return process.env['GIT_DIR'] !== undefined || workTree(await realpath(root)) !== null;
}

async function isIgnored(root: string): Promise<boolean> {
  try {
    await git(root, ['check-ignore', '-q', '.']);
    return true;
  } catch {
    return false;
  }
}

async function git(root: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', [...harmless, ...args], {
    cwd: root,
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' },
  });
  return stdout;
}

function names(output: string): string[] {
  return output.split('\0').filter((name) => name !== '');
}

/** `MODE HASH STAGE\tPATH` -> PATH, with a `/` behind a submodule (mode 160000); a symbolic link (120000) is left out. */
function stagedPath(entry: string): string[] {
  if (entry.startsWith('120000')) return [];
  const path = entry.slice(entry.indexOf('\t') + 1);
  return [entry.startsWith('160000') ? `${path}/` : path];
}

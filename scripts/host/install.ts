/**
 * Installs a real VS Code that needs no download of its own: VS Code's server from the npm package code-server, the Node
 * it wants, and what both need of the system. Does nothing where all is there. Exit code 1 names what is missing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  currentHost,
  hostEnvironment,
  hostIn,
  hostsFolder,
  isInstalled,
  versions,
  type Host,
} from './folder';
import { main } from './main';
import { provideRequirements } from './requirements';

const unfinished = 'unfinished-';

function install(): void {
  const host = currentHost();
  provideRequirements(isInstalled(host));
  removeUnfinished();
  if (isInstalled(host)) {
    console.log(`host: VS Code is installed in ${host.folder}`);
    return;
  }
  const draft = hostIn(join(hostsFolder(), `${unfinished}${process.pid}`));
  try {
    installInto(draft);
    publish(draft, host);
  } finally {
    rmSync(draft.folder, { recursive: true, force: true });
  }
  console.log(`host: VS Code installed in ${host.folder}`);
}

function installInto(draft: Host): void {
  console.log(
    `host: installing Node ${versions.node} and code-server ${versions.codeServer} (some minutes, 800 MB)`,
  );
  npmInstall(join(draft.folder, 'node'), `node@${versions.node}`, process.env);
  npmInstall(join(draft.folder, 'server'), `code-server@${versions.codeServer}`, hostEnvironment(draft));
  if (!isInstalled(draft))
    throw new Error(`code-server ${versions.codeServer} did not bring ${draft.serverScript}`);
}

/** A package goes into a folder with a manifest of its own, or npm would look for one further up: ours. */
function npmInstall(folder: string, spec: string, env: NodeJS.ProcessEnv): void {
  mkdirSync(folder, { recursive: true });
  const options = { cwd: folder, env: withoutCaller(env) };
  execFileSync('npm', ['init', '-y', '--silent'], { ...options, stdio: 'ignore' });
  execFileSync('npm', ['install', spec, '--no-audit', '--no-fund', '--loglevel', 'error'], {
    ...options,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Under `npm run` the environment speaks of the calling npm: its Node, which code-server believes, and its package. */
function withoutCaller(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const calling = /^npm_(package_|lifecycle_|config_(user_agent|local_prefix)$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !calling.test(name)));
}

/** Another clone may have been first where the folder is shared: then theirs stays. */
function publish(draft: Host, host: Host): void {
  if (isInstalled(host)) return;
  rmSync(host.folder, { recursive: true, force: true });
  renameSync(draft.folder, host.folder);
}

/** What an install that was killed left behind: its folder carries the id of a process that runs no more. */
function removeUnfinished(): void {
  const folder = hostsFolder();
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(unfinished) || isRunning(Number(name.slice(unfinished.length)))) continue;
    console.log(`host: removing the unfinished install ${name}`);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

void main(install);

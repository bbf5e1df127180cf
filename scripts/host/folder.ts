import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the host is made of. A change here makes a new folder, so the next run installs it afresh. */
export const versions = { node: '24.21.0', codeServer: '4.139.1' };

/** The repository's root: every script is started by npm, which runs it there. */
export const repository = resolve(import.meta.dirname, '../..');

/** The places inside one installed host. */
export interface Host {
  readonly folder: string;
  /** Goes first on PATH: the server and its install scripts want their own Node. */
  readonly nodeFolder: string;
  /** VS Code's own server, to be run by that Node. */
  readonly serverScript: string;
}

/** Where hosts are kept: `.host/`, or a folder that several clones share (`PTM_LENS_HOST_DIR`). */
export function hostsFolder(): string {
  return resolve(repository, process.env['PTM_LENS_HOST_DIR'] ?? '.host');
}

/** The folder is named by what it holds and appears whole, by a rename: if it is there, the host is installed. */
export function currentHost(): Host {
  return hostIn(join(hostsFolder(), `node-${versions.node}-code-server-${versions.codeServer}`));
}

export function hostIn(folder: string): Host {
  return {
    folder,
    nodeFolder: join(folder, 'node/node_modules/node/bin'),
    serverScript: join(folder, 'server/node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

export function isInstalled(host: Host): boolean {
  return existsSync(host.serverScript);
}

/** The environment in which the host's Node answers to `node`. */
export function hostEnvironment(host: Host): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${host.nodeFolder}:${process.env['PATH'] ?? ''}` };
}

import { execFileSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { currentHost, hostEnvironment, isInstalled, type Host } from './folder';
import { windowUrl, type PayloadEntry } from './payload';
import { startGroup } from './processGroup';

/** VS Code serving windows to browsers of this machine. */
export interface Server {
  readonly port: number;
  /** The address of a window on `folder`, with what it is told at the start. */
  window(folder: string, payload?: readonly PayloadEntry[]): string;
  /** When this has resolved, the server, its extension hosts and all they started are gone. */
  stop(): Promise<void>;
}

/** A page may name the tests to run, and no folder is asked about. */
export const testArgs: readonly string[] = ['--enable-smoke-test-driver', '--disable-workspace-trust'];

const startTimeout = 60_000;

/**
 * Starts a server on a port that the system chose, and waits until it listens. `dataFolder` holds everything of one
 * user: settings, extensions, logs. A new folder is a new user.
 */
export async function startServer(dataFolder: string, args: readonly string[] = []): Promise<Server> {
  mkdirSync(dataFolder, { recursive: true });
  const host = installedHost();
  const serve = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--telemetry-level',
    'off',
  ];
  const command = [host.serverScript, ...userArgs(dataFolder), ...serve, ...args];
  const group = startGroup('node', command, hostEnvironment(host));
  const log = join(dataFolder, 'server.log');
  try {
    const port = await listeningPort(group.child, log);
    return { port, window: (folder, payload = []) => windowUrl(port, folder, payload), stop: group.end };
  } catch (error) {
    await group.end();
    throw new Error(`VS Code's server did not start: see ${log}`, { cause: error });
  }
}

/** Installs a packaged extension for every server that runs on `dataFolder`. */
export function installExtension(dataFolder: string, vsix: string): void {
  const host = installedHost();
  execFileSync('node', [host.serverScript, ...userArgs(dataFolder), '--install-extension', vsix], {
    env: hostEnvironment(host),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function userArgs(dataFolder: string): string[] {
  return ['--accept-server-license-terms', '--server-data-dir', dataFolder];
}

function installedHost(): Host {
  const host = currentHost();
  if (!isInstalled(host)) throw new Error(`No VS Code in ${host.folder}: run npm run host:install first.`);
  return host;
}

/** The server says its port as soon as it listens. All it says goes to `logFile`. */
function listeningPort(child: ChildProcess, logFile: string): Promise<number> {
  const log = createWriteStream(logFile);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It did not listen in time.')), startTimeout);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) => settle(() => reject(new Error(`It ended with code ${code}.`))));
    let said = '';
    for (const stream of [child.stdout, child.stderr] as (Readable | null)[]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        if (said.length > 10_000) return;
        said += chunk.toString();
        const port = /agent listening on (\d+)/.exec(said)?.[1];
        if (port !== undefined) settle(() => resolve(Number(port)));
      });
    }
  });
}

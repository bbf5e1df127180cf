import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium';

/** Something the host needs of the system, by what proves it there and by what Debian calls it. */
interface Requirement {
  readonly what: string;
  readonly debian: string;
  readonly present: () => boolean;
}

const libraries: readonly Requirement[] = [
  library('krb5', 'libkrb5-dev'),
  library('libsecret-1', 'libsecret-1-dev'),
  library('x11', 'libx11-dev'),
  library('xkbfile', 'libxkbfile-dev'),
];

const browser: Requirement = {
  what: 'Chromium or Chrome',
  debian: 'chromium',
  present: () => findChromium() !== undefined,
};

/** The server's native modules are compiled when it is installed, and link to these. */
const forInstalling: readonly Requirement[] = [
  command('python3', 'python3'),
  command('make', 'make'),
  command('g++', 'g++'),
  ...(process.platform === 'linux' ? [command('pkg-config', 'pkg-config'), ...libraries] : []),
];

/**
 * Puts right what is missing where that can be done; else throws, naming all that is missing.
 * @param installed whether the server is there already and needs no compiler any more
 */
export function provideRequirements(installed: boolean): void {
  const needed = installed ? [browser] : [browser, ...forInstalling];
  const missing = lacking(needed);
  if (missing.length === 0) return;
  if (canInstallPackages()) installPackages(missing.map(({ debian }) => debian));
  const left = lacking(missing);
  if (left.length > 0) throw new Error(explain(left));
}

function lacking(needed: readonly Requirement[]): Requirement[] {
  return needed.filter(({ present }) => !present());
}

function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installPackages(packages: readonly string[]): void {
  console.log(`host: apt-get install ${packages.join(' ')}`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

function explain(missing: readonly Requirement[]): string {
  const rows = missing.map(({ what, debian }) => `  - ${what} (Debian package ${debian})`);
  return `A VS Code window for the tests needs, and this machine lacks:\n${rows.join('\n')}\nInstall them, or run this as root on Debian.`;
}

function library(module: string, debian: string): Requirement {
  return {
    what: `the library ${module} with its headers`,
    debian,
    present: () => succeeds('pkg-config', ['--exists', module]),
  };
}

function command(name: string, debian: string): Requirement {
  return { what: `the command ${name}`, debian, present: () => succeeds(name, ['--version']) };
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchChromium } from './chromium';
import { errorLines } from './extensionLog';
import { runTests } from './payload';
import { reportMark } from './reportMark';
import { startServer, testArgs } from './server';

export interface HostRun {
  /** The folder of the extension's package.json. */
  readonly extension: string;
  readonly extensionId: string;
  /** A module that exports `run(): Promise<void>`. */
  readonly tests: string;
  readonly workspace: string;
  readonly dataFolder: string;
}

const patience = 10 * 60_000;

/** Runs `tests` in the extension host of a new window. Whether they passed and the extension logged no error. */
export async function passesInHost(run: HostRun): Promise<boolean> {
  const server = await startServer(run.dataFolder, testArgs);
  try {
    const url = server.window(run.workspace, runTests(server.port, run.extension, run.tests));
    if ((await exitCode(url, join(run.dataFolder, 'window.log'))) !== 0) return false;
  } finally {
    await server.stop();
  }
  const errors = errorLines(join(run.dataFolder, 'data/logs'), run.extensionId);
  for (const line of errors) console.error(`In the log of the extension: ${line}`);
  return errors.length === 0;
}

async function exitCode(url: string, logFile: string): Promise<number> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const exit = await reportedExit(page, logFile);
    await page.goto(url);
    return await Promise.race([exit.code, sleep(patience, 1, { ref: false })]);
  } finally {
    await browser.close();
  }
}

/** The window reports through two functions of its page: one carries the console, one the end. */
async function reportedExit(page: Page, logFile: string): Promise<{ readonly code: Promise<number> }> {
  let settle: (code: number) => void = () => undefined;
  const code = new Promise<number>((resolve) => {
    settle = resolve;
  });
  const log = createWriteStream(logFile);
  page.once('crash', () => settle(1));
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => relay(log, args));
  await page.exposeFunction('codeAutomationExit', (code: number) => settle(code));
  return { code };
}

/** The console of the whole window comes this way: the report is shown, the rest is kept for who looks for a cause. */
function relay(log: WriteStream, args: readonly unknown[]): void {
  const line = format(...args);
  if (line.startsWith(reportMark)) console.log(line.slice(reportMark.length));
  else log.write(`${line}\n`);
}

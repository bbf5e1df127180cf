import { format } from 'node:util';
import Mocha from 'mocha';
import { leaveCounts } from '../../scripts/host/counts';
import { reportMark } from '../../scripts/host/reportMark';

/** Runs suites inside an extension host. `load` has one entry a file, which declares its tests when called. */
export async function runSuites(load: readonly (() => unknown)[]): Promise<void> {
  Mocha.reporters.Base.consoleLog = report;
  // VS Code sets 100, which buries the line that matters.
  Error.stackTraceLimit = 10;
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
  });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  for (const file of load) file();
  if (mocha.suite.total() === 0) throw new Error('The suites declare no test.');
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => leaveCounts(runner.stats));
  });
  if (failures > 0) throw new Error(`${failures} of ${mocha.suite.total()} host tests failed.`);
}

function report(...args: unknown[]): void {
  for (const line of format(...args).split('\n')) console.log(`${reportMark}${line}`);
}

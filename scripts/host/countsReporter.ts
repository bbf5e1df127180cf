import Mocha from 'mocha';
import { leaveCounts } from './counts';

/** Mocha's usual report, which also leaves its counts for `npm test` to add up. */
export default class CountsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => leaveCounts(runner.stats));
  }
}

/** The command line: `ptm-lens …`. Commands live in `cli/`; this file lists them and turns an error into an exit code. */
import { Command, CommanderError } from 'commander';
import { addCardCommand } from './cli/card';
import { addCatalogCommand } from './cli/catalog';
import { addDiffCommand } from './cli/diff';
import { ExitCode, reportFailure } from './cli/exit';
import { addLicenseCommand } from './cli/license';
import { addModelCommand } from './cli/model';
import { addScanCommand } from './cli/scan';
import { addSearchCommand } from './cli/search';
import { addSqlCommand } from './cli/sql';
import { version } from '../package.json';

const program = new Command('ptm-lens')
  .description(
    'Shows which pre-trained models code loads, under which licences, and whether that fits the project.',
  )
  .version(version)
  .showHelpAfterError('(--help shows what can be said)')
  .exitOverride();

for (const add of [
  addScanCommand,
  addModelCommand,
  addCardCommand,
  addSearchCommand,
  addLicenseCommand,
  addDiffCommand,
  addCatalogCommand,
  addSqlCommand,
])
  add(program);

program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong, or has shown help or the version.
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  else process.exitCode = reportFailure(error);
});

/**
 * The command line: `ptm-lens …`. Commands live in `cli/`; this file lists them, loads the one that was asked for and no
 * other, and turns an error into an exit code.
 */
import { Command, CommanderError } from 'commander';
import { ExitCode, reportFailure } from './cli/exit';
import { version } from '../package.json';

/** A command: what the list of commands says of it, and the file that gives it arguments, options and its action. */
interface Entry {
  readonly description: string;
  readonly load: () => Promise<(command: Command) => void>;
}

const commands: Readonly<Record<string, Entry>> = {
  scan: {
    description: 'Finds the models that the code below PATH loads, and what their licences mean for it.',
    load: async () => (await import('./cli/scan')).defineScan,
  },
  model: {
    description: 'What the catalogue knows of one model.',
    load: async () => (await import('./cli/model')).defineModel,
  },
  card: {
    description:
      "The fields of a model card, each with its line: a file's, or what the catalogue keeps of a model's.",
    load: async () => (await import('./cli/card')).defineCard,
  },
  search: {
    description: 'Models of the catalogue whose id holds the words, most downloaded first.',
    load: async () => (await import('./cli/search')).defineSearch,
  },
  license: {
    description: "Judges a model's licence for a project's licence. Information, not legal advice.",
    load: async () => (await import('./cli/license')).defineLicense,
  },
  diff: {
    description: 'Compares two JSON reports: models that came or went, licences and judgements that changed.',
    load: async () => (await import('./cli/diff')).defineDiff,
  },
  catalog: {
    description: 'The catalogue of models: what it holds, and building one.',
    load: async () => (await import('./cli/catalog')).defineCatalog,
  },
  sql: {
    description: 'Asks the catalogue a question in SQL (docs/sql.md names the views). Reads only.',
    load: async () => (await import('./cli/sql')).defineSql,
  },
};

/** Help and the version, which are written when all is said: a full disk is told of then, as of any other output. */
const said: string[] = [];

const program = new Command('ptm-lens')
  .description(
    'Shows which pre-trained models code loads, under which licences, and whether that fits the project.',
  )
  .version(version)
  .showHelpAfterError('(--help shows what can be said)')
  .configureOutput({ writeOut: (text) => said.push(text) })
  .exitOverride();

/** The command that the words name; `help scan` names `scan`. */
function namedCommand(words: readonly string[]): string | undefined {
  const [first, second] = words.filter((word) => !word.startsWith('-'));
  return first === 'help' ? second : first;
}

async function main(words: readonly string[]): Promise<void> {
  const named = namedCommand(words);
  for (const [name, { description, load }] of Object.entries(commands)) {
    const command = program.command(name).description(description);
    if (name === named) (await load())(command);
  }
  await program.parseAsync(words, { from: 'user' });
}

/** Commander has said what is wrong, or has help or the version to show. */
async function end(error: unknown): Promise<void> {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
  if (said.length > 0) await (await import('./cli/output')).writeOutput(said.join(''), undefined);
}

main(process.argv.slice(2))
  .catch(end)
  .catch((error: unknown) => {
    process.exitCode = reportFailure(error);
  });

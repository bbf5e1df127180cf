import { commands, window } from 'vscode';
import { type Disposable, DisposableOwner } from '../../shared/disposable';
import type { Logger } from '../../shared/host';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import { type CommandName, commandIds } from '../ids';
import { localize } from '../words';

/** What a command does. The argument is anything: a row, what a link carries, or nothing from the palette. */
export type Handler = (argument?: unknown) => Promise<void> | void;

/** One handler for each command of the manifest. */
export type Handlers = Readonly<Record<CommandName, Handler>>;

/** Registers all commands. An error the user can mend is shown; any other is logged and said to be there. */
export function registerCommands(handlers: Handlers, logger: Logger): Disposable {
  return new RegisteredCommands(handlers, logger);
}

class RegisteredCommands extends DisposableOwner {
  constructor(
    handlers: Handlers,
    private readonly logger: Logger,
  ) {
    super();
    for (const name of Object.keys(commandIds) as CommandName[]) {
      this.register(
        commands.registerCommand(commandIds[name], (argument) => this.run(name, handlers[name], argument)),
      );
    }
  }

  private async run(name: CommandName, handler: Handler, argument: unknown): Promise<void> {
    try {
      await handler(argument);
    } catch (error) {
      const isUsers = error instanceof UserError;
      const reason = isUsers ? error.reason : message('the command failed: {0}', String(error));
      if (isUsers) this.logger.warn(`${name}: ${localize(reason)}`);
      else this.logger.error(`${name}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
      void window.showErrorMessage(localize(message('PTM Lens: {0}', localize(reason))));
    }
  }
}

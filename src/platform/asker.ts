import type { KnownModels } from '../db/layered';
import type { QueryRows } from '../db/sql/query';
import type { Disposable } from '../shared/disposable';
import type { Result } from '../shared/result';

/** Asks SQL of the catalogue. */
export interface Asker extends Disposable {
  ask(sql: string, maxRows: number): Promise<Result<QueryRows>>;
  /** Gives up what is being asked: its answer is then a failure. */
  stop(): void;
}

/** Asks in the thread of the caller, where there is no other: a question runs to its end. */
export function inlineAsker(catalogue: () => Promise<Result<Pick<KnownModels, 'query'>>>): Asker {
  return {
    ask: async (sql, maxRows) => {
      const opened = await catalogue();
      return opened.ok ? opened.value.query(sql, { maxRows }) : opened;
    },
    stop: () => undefined,
    dispose: () => undefined,
  };
}

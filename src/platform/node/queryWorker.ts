/** Entry of the thread that answers SQL: a question that does not end can be ended with its thread. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { KnownModels } from '../../db/layered';
import { Overlay } from '../../db/overlay';
import { loadSqlite } from '../../db/sqlite';
import { message } from '../../shared/message';
import { failure, ok, type Result } from '../../shared/result';
import { inlineAsker } from '../asker';
import { once } from '../once';
import { loadCatalogue } from './catalogueFile';
import { DiskLayers } from './overlayStore';
import type { QueryAnswer, QueryQuestion, QuerySetup } from './queryMessages';

function serve(port: MessagePort, setup: QuerySetup): void {
  const asker = inlineAsker(once(() => layeredCatalogue(setup)));
  port.on('message', ({ number, sql, maxRows }: QueryQuestion) => {
    asker.ask(sql, maxRows).then(
      (answer) => port.postMessage({ number, answer } satisfies QueryAnswer),
      (error: unknown) => {
        const answer = failure<never>(message('{0}', String(error)));
        port.postMessage({ number, answer } satisfies QueryAnswer);
      },
    );
  });
}

/** The catalogue that ships with the user's own on top. Of one that cannot be used the editor has spoken already. */
async function layeredCatalogue({ dist, layers }: QuerySetup): Promise<Result<KnownModels>> {
  const shipped = await loadCatalogue(dist);
  const sqlite = await loadSqlite(await readFile(join(dist, 'sql-wasm.wasm')));
  const overlay = await Overlay.open(sqlite, new DiskLayers(layers), shipped.ok ? [shipped.value] : []);
  return shipped.ok || overlay.names.length > 0 ? ok(overlay.catalogue) : shipped;
}

if (parentPort) serve(parentPort, workerData as QuerySetup);

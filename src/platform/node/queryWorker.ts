/** Entry of the thread that answers SQL: a question that does not end can be ended with its thread. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { message } from '../../shared/message';
import { failure } from '../../shared/result';
import { inlineAsker } from '../asker';
import { once } from '../once';
import { loadCatalogue } from './catalogueFile';
import type { QueryAnswer, QueryQuestion, QuerySetup } from './queryMessages';

function serve(port: MessagePort, { dist }: QuerySetup): void {
  const asker = inlineAsker(once(() => loadCatalogue(dist)));
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

if (parentPort) serve(parentPort, workerData as QuerySetup);

/** Entry of a scan worker: an `InlineScanner` behind a message port. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { InlineScanner } from '../../inventory/inlineScanner';
import { LoadedWorkspace } from '../../inventory/loadedWorkspace';
import type { ScannedFile } from '../../inventory/scanner';
import type { Files } from '../../shared/host';
import { decodeSource } from '../decode';
import { once } from '../once';
import { loadAnalyzer } from './assets';
import { openFactsCache } from './cache';
import { NodeFiles } from './files';
import { NodeFilesNow } from './filesNow';
import type { WorkerAnswer, WorkerQuestion, WorkerSetup } from './workerMessages';

function serve(port: MessagePort, { dist, root, cacheFolder }: WorkerSetup): void {
  const analyzer = once(() => loadAnalyzer(dist));
  const now = new NodeFilesNow(root);
  const files: Files = Object.assign(new NodeFiles(root), { now });
  const workspace = new LoadedWorkspace(files, decodeSource);
  const look = {
    read: (path: string) => now.read(path),
    stamp: (path: string) => now.stamp(path),
    path: (path: string) => workspace.path(path),
  };
  const cache = cacheFolder === null ? null : openFactsCache(cacheFolder, root, look);
  const scanner = new InlineScanner({
    files,
    analyzer,
    decode: decodeSource,
    cache,
    breathe: () => nextTurn(),
  });

  async function answer(question: Exclude<WorkerQuestion, { kind: 'forget' }>): Promise<WorkerAnswer> {
    const { number } = question;
    if (question.kind === 'analyze') {
      return { kind: 'analyze', number, facts: await scanner.analyze(question.document) };
    }
    const files: ScannedFile[] = [];
    const { paths, handedOn } = question;
    await scanner.scan(paths, (scanned) => files.push(scanned), { cancelled: false }, handedOn);
    return { kind: 'scan', number, files };
  }

  port.on('message', (question: WorkerQuestion) => {
    if (question.kind === 'forget') {
      scanner.forget(question.path);
      return;
    }
    answer(question).then(
      (done) => port.postMessage(done),
      (error: unknown) =>
        port.postMessage({
          kind: 'failed',
          number: question.number,
          error: String(error),
        } satisfies WorkerAnswer),
    );
  });
}

if (parentPort) serve(parentPort, workerData as WorkerSetup);

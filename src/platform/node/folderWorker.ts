/** Entry of a folder's thread: the scan workers of one folder and the memory of its earlier scans, behind a message port. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { withCache } from './cache';
import { Delivery } from './delivery';
import type { FolderAnswer, FolderQuestion, FolderSetup } from './folderMessages';
import { WorkerScanner } from './workerScanner';

function serve(port: MessagePort, { dist, root, cacheFolder, jobs }: FolderSetup): void {
  const workers = new WorkerScanner({ dist, root, notes: true }, jobs);
  const scanner = withCache(workers, { folder: cacheFolder, root, breathe: () => nextTurn() });
  const deliveries = new Map<number, Delivery>();
  const post = (answer: FolderAnswer) => port.postMessage(answer);

  async function scan(number: number, paths: readonly string[]): Promise<FolderAnswer> {
    const delivery = new Delivery((files) => post({ kind: 'files', number, files }));
    deliveries.set(number, delivery);
    try {
      await scanner.scan(paths, (scanned) => delivery.add(scanned), delivery);
      await delivery.emptied();
      return { kind: 'done', number };
    } finally {
      deliveries.delete(number);
    }
  }

  function answer(question: FolderQuestion): Promise<FolderAnswer> | undefined {
    switch (question.kind) {
      case 'forget':
        scanner.forget(question.path);
        return undefined;
      case 'more':
      case 'cancel':
        deliveries.get(question.number)?.[question.kind]();
        return undefined;
      case 'analyze':
        return scanner
          .analyze(question.document)
          .then((facts) => ({ kind: 'facts', number: question.number, facts }));
      case 'scan':
        return scan(question.number, question.paths);
    }
  }

  port.on('message', (question: FolderQuestion) => {
    const number = 'number' in question ? question.number : 0;
    answer(question)?.then(post, (error: unknown) => post({ kind: 'failed', number, error: String(error) }));
  });
}

if (parentPort) serve(parentPort, workerData as FolderSetup);

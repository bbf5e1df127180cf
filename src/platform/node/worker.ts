/** Entry of a scan worker: an `InlineScanner` behind a message port. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Asked } from '../../analyzer/usage';
import { InlineScanner } from '../../inventory/inlineScanner';
import type { ReadFile, ScannedFile } from '../../inventory/scanner';
import type { Files } from '../../shared/host';
import { decodeSource } from '../decode';
import { once } from '../once';
import { loadAnalyzer } from './assets';
import { digest } from './digest';
import { NodeFiles } from './files';
import { NodeFilesNow } from './filesNow';
import type { WorkerAnswer, WorkerQuestion, WorkerSetup } from './workerMessages';

function serve(port: MessagePort, { dist, root, notes }: WorkerSetup): void {
  const analyzer = once(() => loadAnalyzer(dist));
  const now = new NodeFilesNow(root);
  const files: Files = Object.assign(new NodeFiles(root), { now });
  const note = (path: string, bytes: Uint8Array): ReadFile | null => {
    const stamp = now.stamp(path);
    return stamp && { stamp, digest: digest(bytes) };
  };
  const scanner = new InlineScanner({
    files,
    analyzer,
    decode: decodeSource,
    ...(notes ? { note } : {}),
    breathe: () => nextTurn(),
  });

  async function answer(question: Exclude<WorkerQuestion, { kind: 'forget' }>): Promise<WorkerAnswer> {
    const { number } = question;
    if (question.kind === 'analyze') {
      return { kind: 'analyze', number, facts: await scanner.analyze(question.document) };
    }
    const files: ScannedFile[] = [];
    await scanner.scan(question.paths, (scanned) => files.push(scanned), { cancelled: false });
    return { kind: 'scan', number, files: withSharedAsked(files) };
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

/** Neighbours ask for the same modules: one object for all, so that a message holds it once. */
function withSharedAsked(files: readonly ScannedFile[]): ScannedFile[] {
  const known = new Map<string, Asked>();
  const share = (asked: Asked): Asked => {
    const key = `${asked.kind}:${asked.path}`;
    const same = known.get(key);
    if (!same) known.set(key, asked);
    return same ?? asked;
  };
  return files.map((each) =>
    each.facts ? { ...each, facts: { ...each.facts, asked: each.facts.asked.map(share) } } : each,
  );
}

if (parentPort) serve(parentPort, workerData as WorkerSetup);

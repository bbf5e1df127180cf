/** Entry of the threads that help a build: see `threadTasks.ts` for what each is started for. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { mergedModels } from '../../../db/etl/merge';
import { entriesOf, type Run } from '../../../db/etl/runs';
import { SearchIndexBuilder } from '../../../db/search/build';
import { addTo } from '../../../db/write';
import { FileSpill } from './spill';
import { chunksAhead, type IndexEnd, textEnd, type ThreadTask } from './threadTasks';
import { unpacked } from './unpack';

async function unpack(port: MessagePort, file: string): Promise<void> {
  let room = chunksAhead;
  port.on('message', () => room++);
  for await (const chunk of unpacked(file)) {
    while (room === 0) await once(port, 'message');
    room--;
    // Not `slice`: that of a Buffer shares its memory, which is not this thread's to give away.
    const copy = new Uint8Array(chunk);
    port.postMessage(copy, [copy.buffer]);
  }
  port.close();
}

async function index(port: MessagePort, spill: string, runs: readonly Run[]): Promise<void> {
  const builder = new SearchIndexBuilder();
  for (const { facts } of mergedModels(entriesOf(new FileSpill(spill), runs))) addTo(builder, facts);
  const [{ stamp, texts, output }] = (await once(port, 'message')) as [IndexEnd];
  const all = texts.split(textEnd);
  writeFileSync(
    output,
    builder.finish(stamp, (number) => all[number - 1] ?? ''),
  );
  port.close();
}

function run(port: MessagePort, task: ThreadTask): Promise<void> {
  return task.kind === 'unpack' ? unpack(port, task.file) : index(port, task.spill, task.runs);
}

// What fails ends the thread with its error, which the build's own thread hears.
if (parentPort) void run(parentPort, workerData as ThreadTask);

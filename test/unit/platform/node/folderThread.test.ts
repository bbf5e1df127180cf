import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FolderThread } from '../../../../src/platform/node/folderThread';

/**
 * Speaks the protocol in place of a real thread. A scan gives each path in a portion of its own, the second one before the first was
 * taken in only if nobody waits for `more`; `analyze` gives the thread's number as a usage; the path `crash` ends the thread.
 */
const fake = `
const { parentPort: port, threadId } = require('node:worker_threads');
const scans = new Map();
function next(number) {
  const paths = scans.get(number);
  if (paths.length === 0) return port.postMessage({ kind: 'done', number });
  port.postMessage({ kind: 'files', number, files: [{ file: paths.shift(), facts: null, skipped: null }] });
}
port.on('message', ({ kind, number, paths, document }) => {
  if (kind === 'scan') { scans.set(number, [...paths]); next(number); }
  if (kind === 'more') next(number);
  if (kind === 'cancel') port.postMessage({ kind: 'done', number });
  if (kind !== 'analyze') return;
  if (document.path === 'crash') process.exit(1);
  if (document.path === 'fail') port.postMessage({ kind: 'failed', number, error: 'no grammar' });
  else port.postMessage({ kind: 'facts', number, facts: { file: String(threadId) } });
});
`;

const running = { cancelled: false };
const document = (path: string) => ({ path, language: 'python', cells: [] }) as const;

describe('the thread of a folder', () => {
  let dist: string;
  let thread: FolderThread;

  before(() => {
    dist = mkdtempSync(join(tmpdir(), 'ptm-lens-folder-'));
    writeFileSync(join(dist, 'folder.js'), fake);
  });

  after(() => {
    rmSync(dist, { recursive: true, force: true });
  });

  beforeEach(() => {
    thread = new FolderThread({ dist, root: dist, cacheFolder: dist, jobs: 1 }, 200);
  });

  afterEach(() => {
    thread.dispose();
  });

  const answeringThread = async () => (await thread.analyze(document('a.py'))).file;

  it('takes in portion after portion', async () => {
    const files: string[] = [];
    await thread.scan(['a', 'b', 'c'], ({ file }) => files.push(file), running);
    assert.deepEqual(files, ['a', 'b', 'c']);
  });

  it('takes in nothing more once the scan is cancelled', async () => {
    const files: string[] = [];
    const cancellation = { cancelled: false };
    const take = ({ file }: { file: string }) => {
      files.push(file);
      cancellation.cancelled = true;
    };
    await thread.scan(['a', 'b', 'c'], take, cancellation);
    assert.deepEqual(files, ['a']);
  });

  it('answers about documents while it scans', async () => {
    const asked: Promise<string>[] = [];
    await thread.scan(['a', 'b'], () => asked.push(answeringThread()), running);
    assert.equal(new Set(await Promise.all(asked)).size, 1);
  });

  it('passes a failure on, and answers the next question', async () => {
    await assert.rejects(thread.analyze(document('fail')), /no grammar/);
    assert.match(await answeringThread(), /^\d+$/);
  });

  it('starts another thread where one ended', async () => {
    const first = await answeringThread();
    await assert.rejects(thread.analyze(document('crash')), /thread ended/);
    assert.notEqual(await answeringThread(), first);
  });

  it('ends when it was not asked for a while, and starts again', async () => {
    const first = await answeringThread();
    assert.equal(await answeringThread(), first);
    await sleep(400);
    assert.notEqual(await answeringThread(), first);
  });

  it('gives up what it was asked when it is disposed of', async () => {
    const asked = thread.analyze(document('a.py'));
    thread.dispose();
    await assert.rejects(asked, /given up/);
  });
});

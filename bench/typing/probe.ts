/**
 * An extension that shares the host with PTM Lens and measures it from within, in ms. Activation: how long the host takes
 * from being asked to the end of `activate`, beside an extension of the editor's own. Blocking: a timer that should fire
 * every 5 ms is late by as long as anything blocked the host; `busy` is the part of it that the host's thread was computing
 * and not waiting for a processor that others had. Writes the figures beside the workspace folder each second.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { extensions, workspace } from 'vscode';
import { BlockTimes } from './blockTimes';

const startup = 6_000;

/** For how long (in ms) a profile is taken; 0 for none. Set when it is bundled. */
declare const PROFILE_FOR: number;

async function activationOf(id: string): Promise<number | null> {
  const extension = extensions.getExtension(id);
  if (!extension || extension.isActive) return null;
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

/** The profile, with the blocks that the timer saw beside it: samples alone do not tell one turn of the loop from the next. */
function profileTo(file: string, times: BlockTimes): void {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 1000 });
  session.post('Profiler.start');
  setTimeout(() => {
    session.post('Profiler.stop', (_, { profile }) =>
      writeFileSync(file, JSON.stringify({ ...profile, blocks: times.over(15) })),
    );
  }, PROFILE_FOR);
}

export async function activate(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return;
  const beside = (name: string) => join(folder.uri.fsPath, '..', name);
  const times = new BlockTimes();
  if (PROFILE_FOR > 0) profileTo(beside('probe.cpuprofile'), times);
  const activation = {
    peer: await activationOf('vscode.emmet'),
    ours: await activationOf('ptm-lens.ptm-lens'),
  };
  // The host loads the editor's own extensions first, which is not what is asked.
  setTimeout(() => times.start(), startup);
  setInterval(() => {
    writeFileSync(beside('probe.json'), JSON.stringify({ activation, ...times.figures }));
  }, 1000);
}

/**
 * An extension that shares the host with PTM Lens and measures it from within, in ms. Activation: how long the host takes
 * from being asked to the end of `activate`, beside an extension of the editor's own. Blocking: a timer that should fire
 * every 5 ms is late by as long as anything blocked the host. Writes the figures beside the workspace folder each second.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { extensions, workspace } from 'vscode';

const resolution = 5;
const startup = 6_000;

async function activationOf(id: string): Promise<number | null> {
  const extension = extensions.getExtension(id);
  if (!extension || extension.isActive) return null;
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}

export async function activate(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) return;
  const file = join(folder.uri.fsPath, '..', 'probe.json');
  const activation = {
    peer: await activationOf('vscode.emmet'),
    ours: await activationOf('ptm-lens.ptm-lens'),
  };
  const delay = monitorEventLoopDelay({ resolution });
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  // The host loads the editor's own extensions first, which is not what is asked.
  setTimeout(() => delay.enable(), startup);
  setInterval(() => {
    const blocked = {
      max: late(delay.max),
      p99: late(delay.percentile(99)),
      p50: late(delay.percentile(50)),
    };
    writeFileSync(file, JSON.stringify({ activation, blocked }));
  }, 1000);
}

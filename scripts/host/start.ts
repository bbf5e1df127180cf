/**
 * `npm start`: the packaged extension in a real VS Code on examples/workspace, to be looked at in any browser of this
 * machine. Wants `npm run host:install` and `npm run package` first, which the npm script sees to. Ctrl-C ends it.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repository } from './folder';
import { main } from './main';
import { installExtension, startServer } from './server';
import { exampleWorkspace } from './workspace';

const dataFolder = join(repository, 'out/start');

void main(async () => {
  rmSync(dataFolder, { recursive: true, force: true });
  installExtension(dataFolder, join(repository, 'out/ptm-lens.vsix'));
  const server = await startServer(dataFolder, ['--disable-workspace-trust']);
  const url = server.window(exampleWorkspace);
  console.log(`\nVS Code with PTM Lens: ${url}\nCtrl-C ends it.`);
  openBrowser(url);
  for (;;) await sleep(60_000);
});

/** Opens the desktop's browser; where there is none, the printed address is there to be opened. */
function openBrowser(url: string): void {
  if (process.env['CI'] !== undefined) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], {
    stdio: 'ignore',
    detached: true,
  });
  opener.on('error', () => undefined);
  opener.unref();
}

/** Runs inside the extension host: activation, hover beside a provider that does nothing, memory. Prints one JSON line. */
import { commands, extensions, Hover, languages, Position, Uri, workspace } from 'vscode';
import { reportMark } from '../../scripts/host/reportMark';

const hovers = 60;
const megabytes = () => Math.round(process.memoryUsage().rss / 1e5) / 10;
const now = () => performance.now();
const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Times `hovers` answers at one place, after a first one that is left out and answered apart. */
async function timeHovers(
  uri: Uri,
  at: Position,
): Promise<{ first: number; median: number; answers: number }> {
  const times: number[] = [];
  let answers = 0;
  for (let index = 0; index <= hovers; index++) {
    const start = now();
    const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
    times.push(now() - start);
    answers = found.length;
  }
  const [first = Number.NaN, ...rest] = times;
  return { first, median: median(rest), answers };
}

export async function run(): Promise<void> {
  const extension = extensions.getExtension('ptm-lens.ptm-lens');
  const folder = workspace.workspaceFolders?.[0];
  if (!extension || !folder) throw new Error('the window has no extension or no folder');
  const before = megabytes();
  const start = now();
  await extension.activate();
  const activation = now() - start;
  const uri = Uri.joinPath(folder.uri, 'src/support_bot/retrieval.py');
  const document = await workspace.openTextDocument(uri);
  const at = document.positionAt(document.getText().indexOf('facebook/dpr') + 5);
  // The scan of the example ends when its hover answers.
  for (let tries = 0; tries < 100 && (await timeHovers(uri, at)).answers === 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const ours = await timeHovers(uri, at);
  const plain = await workspace.openTextDocument({ language: 'plaintext', content: 'nothing' });
  const registered = languages.registerHoverProvider('plaintext', {
    provideHover: () => new Hover('nothing'),
  });
  const peer = await timeHovers(plain.uri, new Position(0, 2));
  registered.dispose();
  const after = megabytes();
  // The folder's thread and its workers end when nothing was asked of them for a minute.
  await new Promise((resolve) => setTimeout(resolve, 65_000));
  const idle = megabytes();
  const memory = { before, after, idle, growth: after - before, growthIdle: idle - before };
  console.log(
    `${reportMark}${JSON.stringify({ activation, hover: ours, peer, overPeer: ours.median - peer.median, memory })}`,
  );
}

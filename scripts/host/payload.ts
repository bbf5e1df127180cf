/** One thing that a page tells the window it opens, as VS Code's web workbench reads it from the address. */
export type PayloadEntry = readonly [key: string, value: string];

/** A file of this machine as the window calls it, which sees the server as another machine. */
export function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${path}`;
}

/** Open `file` at the start. */
export function openFile(port: number, file: string): PayloadEntry {
  return ['openFile', remoteUri(port, file)];
}

/** Run the tests in `tests` (a module that exports `run`) with the extension in `extension`, from its source folder. */
export function runTests(port: number, extension: string, tests: string): PayloadEntry[] {
  return [
    ['extensionDevelopmentPath', remoteUri(port, extension)],
    ['extensionTestsPath', remoteUri(port, tests)],
    ['skipWelcome', 'true'],
  ];
}

export function windowUrl(port: number, folder: string, payload: readonly PayloadEntry[]): string {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

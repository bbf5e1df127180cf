import manifest from '../../package.json';

export const extensionId = `${manifest.publisher}.${manifest.name}`;

/** The oldest VS Code that the extension promises to run in, from a range like `^1.95.0`. */
export const oldestVersion = manifest.engines.vscode.replace(/^\D+/, '');

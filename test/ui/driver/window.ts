import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/host/chromium';
import { openFile, type PayloadEntry } from '../../../scripts/host/payload';
import { installExtension, startServer } from '../../../scripts/host/server';
import { makeScratch } from '../../../scripts/host/workspace';

/** A VS Code window with the packaged extension, as a new user has it. */
export interface Window {
  readonly page: Page;
  /** The folder it shows: a copy that tests may change. */
  readonly workspace: string;
  /** Where VS Code and the extension keep their logs. */
  readonly logs: string;
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly vsix: string;
  /** Further packaged extensions. */
  readonly others?: readonly string[];
  /** The folder to show a copy of; the example without it. */
  readonly workspace?: string;
  /** A file of the workspace to open at the start. */
  readonly file?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether VS Code asks for trust, and until it is given runs in Restricted Mode. */
  readonly untrusted?: boolean;
  /** Folders to show as one workspace with several folders: paths in the workspace, or addresses of another file system. */
  readonly folders?: readonly string[];
  /** The display language, as a language pack sets it; the editor's own words stay English without one. */
  readonly language?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** What would cover the picture and is no part of what is tested. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'editor.minimap.enabled': false,
  'chat.commandCenter.enabled': false,
};

export async function openWindow(options: WindowOptions): Promise<Window> {
  const scratch = makeScratch(options.workspace);
  const dataFolder = join(scratch.folder, 'data');
  writeSettings(dataFolder, { ...quietSettings, ...options.settings });
  for (const vsix of [options.vsix, ...(options.others ?? [])]) installExtension(dataFolder, vsix);
  const server = await startServer(dataFolder, options.untrusted ? [] : ['--disable-workspace-trust']);
  const browser = await launchChromium();
  const payload: PayloadEntry[] =
    options.file === undefined ? [] : [openFile(server.port, join(scratch.workspace, options.file))];
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  if (options.language !== undefined) {
    const script = `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`;
    await page.addInitScript(script);
  }
  // A loaded machine of two cores takes its time to start an editor.
  page.setDefaultTimeout(60_000);
  await page.goto(
    options.folders
      ? severalFolders(server.port, scratch.workspace, options.folders)
      : server.window(scratch.workspace, payload),
  );
  await page.locator('.monaco-workbench .part.sidebar').waitFor();
  return {
    page,
    workspace: scratch.workspace,
    logs: join(dataFolder, 'data/logs'),
    close: async () => {
      await browser.close();
      await server.stop();
      scratch.remove();
    },
  };
}

/** The address of a window on several folders, by a workspace file beside them. */
function severalFolders(port: number, workspace: string, folders: readonly string[]): string {
  const file = join(workspace, 'several.code-workspace');
  writeFileSync(
    file,
    JSON.stringify({ folders: folders.map((each) => (each.includes(':') ? { uri: each } : { path: each })) }),
  );
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ workspace: file })}`;
}

function writeSettings(dataFolder: string, settings: object): void {
  const folder = join(dataFolder, 'data/Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}

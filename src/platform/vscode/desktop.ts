import { availableParallelism } from 'node:os';
import { FolderInventory } from '../../inventory/folder';
import { NodeFiles } from '../node/files';
import { FolderThread } from '../node/folderThread';
import type { Assets } from './assets';
import { type EditorPlatform, inlinePlatform } from './platform';

/** What scans on disk work with. */
export interface DesktopSetup {
  /** The folder of the bundles. */
  readonly dist: string;
  /** Where facts are kept between sessions. */
  readonly cacheFolder: string;
}

/**
 * Scans folders on disk in threads; folders that only VS Code can read, in the extension host.
 */
export function desktopPlatform(assets: Assets, { dist, cacheFolder }: DesktopSetup): EditorPlatform {
  const inline = inlinePlatform(assets);
  // One core is left to the editor.
  const jobs = Math.max(1, availableParallelism() - 1);
  return {
    inventory: (folder, shared) => {
      if (folder.scheme !== 'file') return inline.inventory(folder, shared);
      const root = folder.fsPath;
      const scanner = new FolderThread({ dist, root, cacheFolder, jobs });
      return new FolderInventory({ ...shared, files: new NodeFiles(root), scanner });
    },
    loose: (shared) => inline.loose(shared),
  };
}

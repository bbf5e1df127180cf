import type { Uri } from 'vscode';
import { InlineScanner } from '../../inventory/inlineScanner';
import { FolderInventory } from '../../inventory/folder';
import type { FolderParts } from '../../inventory/folderParts';
import type { Files } from '../../shared/host';
import { decodeSource } from '../decode';
import { once } from '../once';
import type { Assets } from './assets';
import { VscodeFiles } from './files';
import { noFiles } from './noFiles';

/** What the views set for every inventory. */
export type SharedParts = Omit<FolderParts, 'files' | 'scanner'>;

/** Makes the inventories of workspace folders. What differs between the desktop and the browser is in here. */
export interface EditorPlatform {
  inventory(folder: Uri, shared: SharedParts): FolderInventory;
  /** For documents outside every folder. */
  loose(shared: SharedParts): FolderInventory;
}

/** Scans in the thread of the extension host, through VS Code's file systems: works for every folder, everywhere. */
export function inlinePlatform(assets: Assets): EditorPlatform {
  const analyzer = once(() => assets.analyzer());
  const make = (files: Files, shared: SharedParts) => {
    const { breathe } = shared;
    const scanner = new InlineScanner({
      files,
      analyzer,
      decode: decodeSource,
      ...(breathe && { breathe }),
    });
    return new FolderInventory({ ...shared, files, scanner });
  };
  return {
    inventory: (folder, shared) => make(new VscodeFiles(folder), shared),
    loose: (shared) => make(noFiles, shared),
  };
}

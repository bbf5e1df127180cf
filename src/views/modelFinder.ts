import type { Position as EditorPosition, TextDocument } from 'vscode';
import type { UsageEntry } from '../inventory/types';
import { findAt, type Found } from '../present/findAt';
import { type IndexMemory, InventoryIndex } from '../present/inventoryIndex';
import { cellIndexOf, sourceOf } from './documents';
import type { Folder } from './folder';
import type { Folders, Located } from './folders';
import { fromEditorPosition } from './positions';

/** What the inventory knows of a place in a document. */
export type FoundModel = Located & Found;

/** A usage, and the folder it is in. */
export interface FolderUsage {
  readonly folder: Folder;
  readonly entry: UsageEntry;
}

/** Finds usages by place and by model; what it needs for that of a file is made once. */
export class ModelFinder {
  private readonly memory: IndexMemory = new WeakMap();

  constructor(private readonly folders: Folders) {}

  /** What stands at a position of a document, as far as the inventory knows. */
  at(document: TextDocument, position: EditorPosition): FoundModel | null {
    const source = sourceOf(document);
    const located = source && this.folders.locate(source.uri);
    if (!located || !this.folders.visible.includes(located.folder)) return null;
    const { folder, path } = located;
    const point = { file: path, cell: cellIndexOf(document), position: fromEditorPosition(position) };
    const found = findAt(this.index(folder).touching(path), point);
    return found && { ...located, ...found };
  }

  /** Every usage of a model in the workspace. */
  usagesOf(id: string): FolderUsage[] {
    return this.folders.visible.flatMap((folder) =>
      this.index(folder)
        .usagesOf(id)
        .map((entry) => ({ folder, entry })),
    );
  }

  private index({ inventory: { current } }: Folder): InventoryIndex {
    return new InventoryIndex(current, this.memory);
  }
}

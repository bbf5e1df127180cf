import { Location, Uri, workspace } from 'vscode';
import type { FolderInventory } from '../inventory/folder';
import type { Place } from '../shared/positions';
import { DisposableOwner } from '../shared/disposable';
import { toEditorRange } from './positions';

/** A workspace folder and its inventory. */
export class Folder extends DisposableOwner {
  constructor(
    /** Null for the documents that belong to no folder; their paths are whole URIs. */
    readonly uri: Uri | null,
    readonly name: string,
    readonly inventory: FolderInventory,
  ) {
    super();
    this.register(inventory);
  }

  /** Names the folder in links and row ids. */
  get key(): string {
    return this.uri?.toString() ?? '';
  }

  /** The path of a file of this folder, or null when it lies elsewhere. */
  pathOf(uri: Uri): string | null {
    if (this.uri === null) return uri.toString();
    if (uri.scheme !== this.uri.scheme || uri.authority !== this.uri.authority) return null;
    const root = this.uri.path.endsWith('/') ? this.uri.path : `${this.uri.path}/`;
    return uri.path.startsWith(root) ? uri.path.slice(root.length) : null;
  }

  uriOf(path: string): Uri {
    if (this.uri === null) return Uri.parse(path);
    return path === '' ? this.uri : Uri.joinPath(this.uri, path);
  }

  /** The document that a place is in: the cell of a notebook that is open, else the file. */
  documentOf({ file, cell }: Place): Uri {
    const uri = this.uriOf(file);
    if (cell === null) return uri;
    const notebook = workspace.notebookDocuments.find((open) => open.uri.toString() === uri.toString());
    if (!notebook || cell >= notebook.cellCount) return uri;
    return notebook.cellAt(cell).document.uri;
  }

  locationOf(place: Place): Location {
    return new Location(this.documentOf(place), toEditorRange(place.range));
  }
}

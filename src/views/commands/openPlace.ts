import { NotebookRange, Selection, TextEditorRevealType, type Uri, window, workspace } from 'vscode';
import type { Place } from '../../shared/positions';
import type { Folder } from '../folder';
import { toEditorRange } from '../positions';

/** Opens the file of a place and selects its characters; of a notebook, the cell. */
export async function openPlace(folder: Folder, place: Place): Promise<void> {
  const uri = folder.uriOf(place.file);
  if (place.cell !== null) return await openCell(uri, place, place.cell);
  await window.showTextDocument(uri, { selection: toEditorRange(place.range) });
}

async function openCell(uri: Uri, { range }: Place, index: number): Promise<void> {
  const notebook = await workspace.openNotebookDocument(uri);
  await window.showNotebookDocument(notebook, { selections: [new NotebookRange(index, index + 1)] });
  if (index >= notebook.cellCount) return;
  const { document } = notebook.cellAt(index);
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  if (!editor) return;
  const { start, end } = toEditorRange(range);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

import type { TextChange } from './analyzer';
import type { SourceDocument } from './source';

/** A document after changes of one of its cells, one after the other, each in terms of the text before it. */
export function changedDocument(
  document: SourceDocument,
  cell: number | null,
  changes: readonly TextChange[],
): SourceDocument {
  const cells = document.cells.map((each) =>
    each.cell === cell ? { ...each, text: changes.reduce(changed, each.text) } : each,
  );
  return { ...document, cells };
}

function changed(text: string, { start, end, text: inserted }: TextChange): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

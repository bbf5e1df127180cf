import { withoutExpectation, type CorpusCase } from './cases';
import type { CorpusText } from './locate';

/** The texts in which a case's places are looked up: files without their expectation, notebooks cut into cells. */
export function textsOf({ files }: CorpusCase): CorpusText[] {
  return [...files].flatMap(([file, text]) =>
    file.endsWith('.ipynb') ? cellsOf(file, text) : [{ file, cell: null, text: withoutExpectation(text) }],
  );
}

function cellsOf(file: string, text: string): CorpusText[] {
  const notebook = JSON.parse(text) as { cells: { source: string | string[] }[] };
  return notebook.cells.map(({ source }, cell) => ({
    file,
    cell,
    text: typeof source === 'string' ? source : source.join(''),
  }));
}

import { message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import { languageOfText } from './languages/paths';
import { readNotebook } from './notebook';
import type { Language, SourceDocument } from './source';

/** Languages by the end of the file name. */
const byExtension: Readonly<Record<string, Language>> = {
  py: 'python',
  pyw: 'python',
  ipynb: 'python',
};

/** The language of a file by its path, or null when it is none that can hold a usage. */
export function languageOf(path: string): Language | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return byExtension[name.slice(name.lastIndexOf('.') + 1)] ?? languageOfText(path);
}

/** Cuts a decoded file into cells. Fails when the file is not what its name says. */
export function readDocument(path: string, text: string): Result<SourceDocument> {
  const language = languageOf(path);
  if (language === null) return failure(message('not a file of a known language'));
  if (path.toLowerCase().endsWith('.ipynb')) return readNotebook(path, text);
  return ok({ path, language, cells: [{ cell: null, text: plainText(text) }] });
}

/** Drops the byte-order mark, which no editor counts as a character. */
function plainText(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

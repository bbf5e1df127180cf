/** Analyses a text of a language without a parser, and says what was found in short lines. */
import { analyzeText } from '../../../src/analyzer/languages/analyze';
import type { Language, WorkspaceView } from '../../../src/analyzer/source';
import type { FileFacts, Usage } from '../../../src/analyzer/usage';

const empty: WorkspaceView = { source: () => null, config: () => null, path: () => 'nothing' };

export function factsOf(language: Language, text: string, path = 'file', workspace = empty): FileFacts {
  return analyzeText({ path, language, cells: [{ cell: null, text }] }, workspace);
}

/** `loader: id, id` of each usage; checks that every id's place holds its own characters. */
export function found(language: Language, text: string, path?: string): string[] {
  return factsOf(language, text, path).usages.map((usage) => `${usage.loader}: ${ids(usage, text)}`);
}

function ids(usage: Usage, text: string): string {
  for (const { text: id, place } of usage.written) {
    if (place && between(text, place.range) !== id)
      throw new Error(`the place of ${id} holds other characters`);
  }
  return usage.written.map((id) => id.text).join(', ') || usage.resolution;
}

/** The characters of a range, counted apart from the analyzer. */
export function between(text: string, range: Usage['place']['range']): string {
  const lines = text.split(/\r\n|\r|\n/);
  const { start, end } = range;
  if (start.line === end.line) return lines[start.line]?.slice(start.column, end.column) ?? '';
  const first = lines[start.line]?.slice(start.column) ?? '';
  const last = lines[end.line]?.slice(0, end.column) ?? '';
  return [first, ...lines.slice(start.line + 1, end.line), last].join('\n');
}

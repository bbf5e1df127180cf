/** Analyses the languages that need no parser: shell, Dockerfiles, requirements, configuration. */
import type { SourceDocument, WorkspaceView } from '../source';
import { SourceText } from '../text';
import type { Asked, FileFacts } from '../usage';
import { dockerfileMentions } from './dockerfile';
import { isLocalPath } from './ids';
import { type Mention, usageOf } from './mention';
import { requirementMentions } from './requirements';
import { shellMentions } from './shell/mentions';
import { readCommands } from './shell/words';
import { suppressionsIn } from './suppressions';

/** Languages by what reads the models out of their text. */
const readers: Partial<Record<SourceDocument['language'], (text: string, path: string) => Mention[]>> = {
  shell: (text) => shellMentions(text, readCommands(text)),
  dockerfile: dockerfileMentions,
  requirements: requirementMentions,
};

/** The facts of a file in a language without a parser; none for other languages. */
export function analyzeText(document: SourceDocument, workspace: WorkspaceView): FileFacts {
  const source = SourceText.of(document);
  const asked = new Map<string, Asked>();
  const isModelFolder = (path: string) => {
    if (isLocalPath(path) || !path.includes('/')) return false;
    asked.set(path, { kind: 'path', path });
    return workspace.path(path) === 'model';
  };
  const mentions = readers[document.language]?.(source.text, document.path) ?? [];
  const usages = mentions.map((mention) => usageOf(source, mention, isModelFolder));
  return {
    file: document.path,
    usages,
    suppressions: suppressionsIn(source),
    problems: [],
    asked: [...asked.values()],
  };
}

/** Analyses the languages that need no parser: shell, Dockerfiles, requirements, configuration. */
import { isSpelledAsPath } from '../localPath';
import type { SourceDocument, WorkspaceView } from '../source';
import { type CommentRange, readSuppressions } from '../suppressions';
import { SourceText } from '../text';
import type { Asked, FileFacts } from '../usage';
import { configMentions } from './config/mentions';
import { dockerfileMentions } from './dockerfile';
import { type Mention, usageOf } from './mention';
import { requirementMentions } from './requirements';
import { shellMentions } from './shell/mentions';
import { readCommands } from './shell/words';

/** Languages by what reads the models out of their text. */
const readers: Partial<Record<SourceDocument['language'], (text: string, path: string) => Mention[]>> = {
  shell: (text) => shellMentions(text, readCommands(text)),
  dockerfile: dockerfileMentions,
  requirements: requirementMentions,
  config: configMentions,
};

/** The facts of a file in a language without a parser; none for other languages. */
export function analyzeText(document: SourceDocument, workspace: WorkspaceView): FileFacts {
  const source = SourceText.of(document);
  const asked = new Map<string, Asked>();
  const isModelFolder = (path: string) => {
    if (isSpelledAsPath(path) || !path.includes('/')) return false;
    asked.set(path, { kind: 'path', path });
    return workspace.path(path) === 'model';
  };
  const mentions = readers[document.language]?.(source.text, document.path) ?? [];
  const usages = mentions.map((mention) => usageOf(source, mention, isModelFolder));
  return {
    file: document.path,
    usages,
    suppressions: readSuppressions(source, commentsIn(source.text)),
    problems: [],
    asked: [...asked.values()],
  };
}

/** What looks like a comment: whether it stands in a string does not matter to a suppression. */
function commentsIn(text: string): CommentRange[] {
  return [...text.matchAll(/(?<![^\s])(?:#|\/\/)[^\r\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

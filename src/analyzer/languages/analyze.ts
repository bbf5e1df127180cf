/** Analyses the languages that need no parser: shell, Dockerfiles, requirements, configuration. */
import { message } from '../../shared/message';
import { isSpelledAsPath } from '../localPath';
import type { SourceDocument, WorkspaceView } from '../source';
import { commentsLike, readSuppressions } from '../suppressions';
import { SourceText } from '../text';
import type { Asked, FileFacts } from '../usage';
import { configMentions } from './config/mentions';
import { dockerfileMentions } from './dockerfile';
import { makefileMentions } from './makefile';
import { type Mention, usageOf } from './mention';
import { requirementMentions } from './requirements';
import { shellMentions } from './shell/mentions';
import { readCommands } from './shell/words';

/** Languages by what reads the models out of their text. */
const readers: Partial<Record<SourceDocument['language'], (source: SourceText) => Mention[]>> = {
  shell: ({ text }) => shellMentions(text, readCommands(text)),
  dockerfile: ({ text }) => dockerfileMentions(text),
  makefile: ({ text }) => makefileMentions(text),
  requirements: ({ text }) => requirementMentions(text),
  config: configMentions,
};

/** No person writes more than this. */
const maxCharacters = 1_000_000;

/** The facts of a file in a language without a parser; none for other languages. */
export function analyzeText(document: SourceDocument, workspace: WorkspaceView): FileFacts {
  const source = SourceText.of(document);
  if (source.text.length > maxCharacters) return tooLarge(document.path, source.text.length);
  const asked = new Map<string, Asked>();
  const isModelFolder = (path: string) => {
    if (isSpelledAsPath(path) || !path.includes('/')) return false;
    asked.set(path, { kind: 'path', path });
    return workspace.path(path) === 'model';
  };
  const mentions = readers[document.language]?.(source) ?? [];
  const usages = mentions.map((mention) => usageOf(source, mention, isModelFolder));
  return {
    file: document.path,
    usages,
    suppressions: readSuppressions(source, commentsLike(source.text)),
    problems: [],
    asked: [...asked.values()],
  };
}

function tooLarge(file: string, characters: number): FileFacts {
  const text = message(
    'not analysed: {0} MB of code, the limit is {1} MB',
    Math.ceil(characters / 1e6),
    maxCharacters / 1e6,
  );
  return { file, usages: [], suppressions: [], problems: [{ message: text, place: null }], asked: [] };
}

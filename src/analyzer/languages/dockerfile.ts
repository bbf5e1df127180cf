import { ImageEnvironment } from './imageEnvironment';
import type { Mention } from './mention';
import { shellMentions } from './shell/mentions';
import { ShellVariables } from './shell/variables';
import { readCommands, type ShellCommand, type Word } from './shell/words';

/** One instruction of a Dockerfile; `start` and `end` bound what stands behind its name. */
interface Instruction {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Instructions whose words are commands; the exec form is a JSON array. */
const running = new Set(['RUN', 'CMD', 'ENTRYPOINT']);
/** Instructions that set variables. */
const setting = new Set(['ENV', 'ARG']);
const flag = /--[\w-]+(?:=\S*)?\s*/y;

/** The models that the instructions of a Dockerfile fetch. */
export function dockerfileMentions(original: string): Mention[] {
  const text = withoutComments(original);
  const variables = new ShellVariables();
  const environment = new ImageEnvironment(variables);
  const mentions: Mention[] = [];
  for (const { name, start, end } of instructions(text)) {
    if (name === 'FROM') environment.begin(text.slice(start, end));
    if (setting.has(name)) {
      setVariables(text, start, end, name, variables);
      environment.note(name, text, start, end);
    }
    if (!running.has(name)) continue;
    environment.run(text.slice(start, end), name);
    const from = behindFlags(text, start);
    const script = execForm(text, from, end) ?? readCommands(text, from, end, name === 'RUN');
    // What an image is built with stays in it; what runs when it starts is fetched by whoever starts it.
    const relation = name === 'RUN' ? 'bundled' : 'referenced';
    for (const mention of shellMentions(text, script, variables)) mentions.push({ ...mention, relation });
  }
  return [...mentions, ...environment.mentions(mentions)].sort((a, b) => a.start - b.start);
}

/** Comment lines may stand inside of an instruction: they become blanks, with a continuation where one goes on. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#[^\n]*/gm, (comment) => `${' '.repeat(Math.max(0, comment.length - 1))}\\`);
}

function* instructions(text: string): Generator<Instruction> {
  const head = /^[ \t]*([A-Za-z]+)[ \t]+/gm;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const start = match.index + match[0].length;
    const end = instructionEnd(text, start);
    yield { name: (match[1] ?? '').toUpperCase(), start, end };
    head.lastIndex = end;
  }
}

/** The end of the line, or of the lines that go on behind a backslash or belong to a heredoc. */
function instructionEnd(text: string, start: number): number {
  const rest = /(?:\\[ \t]*\r?\n|[^\n])*/y;
  rest.lastIndex = start;
  const end = start + (rest.exec(text)?.[0].length ?? 0);
  const delimiter = /<<-?\s*["']?([A-Za-z_]\w*)/.exec(text.slice(start, end))?.[1];
  if (delimiter === undefined) return end;
  const close = new RegExp(`^[ \\t]*${delimiter}[ \\t]*$`, 'gm');
  close.lastIndex = end;
  return close.exec(text)?.index ?? end;
}

/** `ENV NAME=value NAME=value`, `ENV NAME value`, `ARG NAME=value`, `ARG NAME`. */
function setVariables(
  text: string,
  start: number,
  end: number,
  name: string,
  variables: ShellVariables,
): void {
  const words = readCommands(text, start, end).flatMap((command) => command.words);
  const [first, second] = words;
  const key = first && variables.literal(first);
  if (name === 'ENV' && key !== undefined && /^\w+$/.test(key) && second) variables.set(key, second);
  else if (name === 'ARG' && key !== undefined && /^\w+$/.test(key)) variables.set(key, null);
  else variables.note({ words });
}

function behindFlags(text: string, start: number): number {
  let at = start;
  for (;;) {
    flag.lastIndex = at;
    const match = flag.exec(text);
    if (!match) return at;
    at += match[0].length;
  }
}

/** `["hf", "download", "owner/name"]` as a command, or null when it is none. */
function execForm(text: string, start: number, end: number): ShellCommand[] | null {
  const code = text.slice(start, end);
  if (!/^\s*\[/.test(code)) return null;
  const words: Word[] = [];
  for (const match of code.matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const segments = [{ kind: 'text', text: match[1] ?? '', start: from + 1, end: to - 1 }] as const;
    words.push({ start: from, end: to, segments });
  }
  return [{ words }];
}

/** The models that the commands of a script name. */
import { message } from '../../../shared/message';
import type { Mention, MentionedId } from '../mention';
import { isSpelledAsPath } from '../../localPath';
import { isQualifiedId } from '../ids';
import { wheelsIn } from '../wheels';
import { type CommandSignature, commands, images, installers, runners } from './commands';
import { CommandWords, isFlags, withoutVersion } from './commandWords';
import { flagMentions } from './flags';
import { type Expansion, type ShellText, ShellVariables } from './variables';
import { readCommands, type ShellCommand } from './words';

const byProgram = new Map<string, CommandSignature[]>();
for (const signature of commands) {
  const program = signature.words[0] ?? '';
  byProgram.set(program, [...(byProgram.get(program) ?? []), signature]);
}

/** Programs that run a module by `-m`. */
const launchers = /^(?:python[\d.]*|accelerate|torchrun|deepspeed)$/;
const shells = new Set(['sh', 'bash', 'zsh', 'dash']);

/** Reads commands in their order; variables flow from one to the next. */
export function shellMentions(
  text: string,
  script: readonly ShellCommand[],
  variables = new ShellVariables(),
): Mention[] {
  return script.flatMap((command) => {
    variables.note(command);
    const reader = new CommandReader(text, command, variables);
    const inner = reader.script();
    return [...reader.mentions(), ...(inner ? shellMentions(text, inner, variables) : [])];
  });
}

class CommandReader {
  private readonly given: CommandWords;

  constructor(
    private readonly source: string,
    private readonly command: ShellCommand,
    private readonly variables: ShellVariables,
  ) {
    this.given = new CommandWords(command.words, variables);
  }

  mentions(): Mention[] {
    const found = this.signature();
    const models = found ? this.models(found) : flagMentions(this.given, this.start());
    return [...models, ...this.wheels()];
  }

  private models({ signature, start, rest }: Found): Mention[] {
    if (this.isOff(signature, rest)) return [];
    const named = [...this.given.ids(signature, rest), ...this.given.alsoNamed(signature, rest)];
    return named.flatMap((expansion) => {
      const ids = 'texts' in expansion ? expansion.texts.map(withoutVersion) : [];
      if (signature.qualified && ids.some(({ text }) => !isQualifiedId(text) && !isSpelledAsPath(text)))
        return [];
      return [this.mention(signature, start, ids, expansion, rest)];
    });
  }

  private mention(
    signature: CommandSignature,
    start: number,
    ids: readonly ShellText[],
    expansion: Expansion,
    rest: number,
  ): Mention {
    return {
      start: this.command.words[start]?.start ?? 0,
      end: this.command.words.at(-1)?.end ?? 0,
      loader: signature.words.join(' '),
      library: signature.library,
      hub: signature.hub ?? 'huggingface',
      part: signature.part ?? 'weights',
      ids: [...new Map(ids.filter(({ text }) => text !== '').map((id) => [id.text, id])).values()],
      reason: reasonOf(expansion),
      revision: this.revision(signature, rest),
    };
  }

  /** The commands of `sh -c "…"`. */
  script(): ShellCommand[] | null {
    const start = this.start();
    const word = this.command.words[start + 2];
    const isShell = shells.has(this.program(start).name) && /^-\w*c$/.test(this.given.texts[start + 1] ?? '');
    if (!isShell || !word) return null;
    const quote = /["']/.test(this.source[word.start] ?? '') ? 1 : 0;
    return readCommands(this.source, word.start + quote, word.end - quote);
  }

  /** Wheels of spaCy models among the words of an installer. */
  private wheels(): Mention[] {
    const program = this.program(this.start());
    if (!installers.has(program.name)) return [];
    return this.command.words.flatMap(({ start, end }) => wheelsIn(this.source, start, end));
  }

  private signature(): Found | null {
    const start = this.start();
    const program = this.program(start);
    const behind = this.given.texts.slice(program.next);
    const signature = byProgram
      .get(program.name)
      ?.find(
        ({ words, id }) =>
          fits(words.slice(1), behind) && (!isFlags(id) || this.given.flag(id, program.next) !== undefined),
      );
    if (signature) return { signature, start, rest: program.next + signature.words.length - 1 };
    return this.command.image === undefined ? this.dockerRun(program.name) : this.inImage();
  }

  /** `docker run … IMAGE --model-id …`. */
  private dockerRun(program: string): Found | null {
    if (program !== 'docker' && program !== 'podman') return null;
    const at = this.given.texts.findIndex((text) => serverIn(text) !== undefined);
    const signature = serverIn(this.given.texts[at] ?? '');
    return signature ? { signature, start: at, rest: at + 1 } : null;
  }

  /** The words are for the program of the container that runs them. */
  private inImage(): Found | null {
    const signature = serverIn(this.command.image ?? '');
    return signature ? { signature, start: 0, rest: 0 } : null;
  }

  /** The first word behind assignments, runners and their flags. */
  private start(): number {
    let start = 0;
    let ran = false;
    for (; start < this.given.texts.length; start++) {
      const text = this.given.texts[start] ?? '';
      if (/^[A-Za-z_]\w*=/.test(text) || this.assigns(start)) continue;
      if (runners.has(text) && this.command.words.length > start + 1) ran = true;
      else if (!ran || byProgram.has(this.program(start).name)) break;
      else if (!/^-|^\d+[smh]?$/.test(text) && !this.given.texts[start - 1]?.startsWith('-')) break;
    }
    return start;
  }

  private assigns(index: number): boolean {
    const first = this.command.words[index]?.segments[0];
    return first?.kind === 'text' && /^[A-Za-z_]\w*=/.test(first.text);
  }

  /** The program's name, its folder and `python -m` left away, and the word behind it. */
  private program(start: number): { name: string; next: number } {
    const text = this.given.texts[start] ?? '';
    const name = text.slice(text.lastIndexOf('/') + 1);
    const module = launchers.test(name) ? this.launched(start) : -1;
    return module > 0
      ? { name: this.given.texts[module] ?? '', next: module + 1 }
      : { name, next: start + 1 };
  }

  /** Where the module stands that `-m` runs, among the launcher's own flags; -1 when a script is run. */
  private launched(start: number): number {
    const { texts } = this.given;
    const at = texts.findIndex((text, index) => index > start && (text === '-m' || text === '--module'));
    const script = texts.findIndex((text, index) => index > start && text.endsWith('.py'));
    return at > 0 && at <= start + 12 && (script < 0 || at < script) ? at + 1 : -1;
  }

  private isOff({ off }: CommandSignature, rest: number): boolean {
    const word = off && this.given.flag([off.flag], rest);
    return word !== undefined && off?.values.includes(this.variables.literal(word) ?? '') === true;
  }

  private revision({ revision }: CommandSignature, rest: number): MentionedId | null {
    const word = revision === undefined ? undefined : this.given.flag([revision], rest);
    const expansion = word && this.variables.expand(word);
    return expansion && 'texts' in expansion ? (expansion.texts[0] ?? null) : null;
  }
}

interface Found {
  readonly signature: CommandSignature;
  /** The words at which the command and what it is given begin. */
  readonly start: number;
  readonly rest: number;
}

/** The server that an image runs. */
function serverIn(image: string): CommandSignature | undefined {
  const name = images.find(([part]) => image.includes(part))?.[1];
  return name === undefined ? undefined : byProgram.get(name)?.[0];
}

function reasonOf(expansion: Expansion) {
  if ('texts' in expansion) return null;
  return expansion.unknown === null
    ? message('gets its value from a command when the script runs')
    : message('comes from the variable {0}, which has no value in this file', expansion.unknown);
}

function fits(words: readonly string[], texts: readonly string[]): boolean {
  return words.every((word, index) => texts[index] === word);
}

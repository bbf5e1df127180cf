/** The models that the commands of a script name. */
import { message } from '../../../shared/message';
import type { Mention, MentionedId } from '../mention';
import { isSpelledAsPath } from '../../localPath';
import { isQualifiedId } from '../ids';
import { wheelsIn } from '../wheels';
import { type CommandSignature, commands, images, installers, runners } from './commands';
import { type Expansion, type ShellText, ShellVariables } from './variables';
import { readCommands, type ShellCommand, type Word } from './words';

const byProgram = new Map<string, CommandSignature[]>();
for (const signature of commands) {
  const program = signature.words[0] ?? '';
  byProgram.set(program, [...(byProgram.get(program) ?? []), signature]);
}

const shells = new Set(['sh', 'bash', 'zsh', 'dash']);

/** Reads commands in their order; variables flow from one to the next. */
export function shellMentions(
  text: string,
  script: readonly ShellCommand[],
  variables = new ShellVariables(),
): Mention[] {
  return script.flatMap((command) => {
    variables.note(command);
    const reader = new CommandReader(text, command.words, variables);
    const inner = reader.script();
    return [...reader.models(), ...reader.wheels(), ...(inner ? shellMentions(text, inner, variables) : [])];
  });
}

class CommandReader {
  /** The words' texts; a word that cannot be known is empty. */
  private readonly texts: readonly string[];

  constructor(
    private readonly source: string,
    private readonly words: readonly Word[],
    private readonly variables: ShellVariables,
  ) {
    this.texts = words.map((word) => this.variables.literal(word) ?? '');
  }

  models(): Mention[] {
    const found = this.signature();
    if (!found) return [];
    const { signature, start, rest } = found;
    if (this.isOff(signature, rest)) return [];
    const id = this.idWord(signature, rest);
    const first = this.words[start];
    const last = this.words.at(-1);
    if (!id || !first || !last) return [];
    const expansion = this.variables.expand(id);
    const ids = 'texts' in expansion ? expansion.texts.map(withoutVersion) : [];
    if (signature.qualified && ids.some(({ text }) => !isQualifiedId(text) && !isSpelledAsPath(text)))
      return [];
    return [
      {
        start: first.start,
        end: last.end,
        loader: signature.words.join(' '),
        library: signature.library,
        hub: signature.hub ?? 'huggingface',
        part: signature.part ?? 'weights',
        ids: unique(ids),
        reason: reasonOf(expansion),
        revision: this.revision(signature, rest),
      },
    ];
  }

  /** The commands of `sh -c "…"`. */
  script(): ShellCommand[] | null {
    const start = this.start();
    const segment = this.words[start + 2]?.segments[0];
    if (!shells.has(this.program(start).name) || !/^-\w*c$/.test(this.texts[start + 1] ?? '')) return null;
    return segment?.kind === 'text' ? readCommands(this.source, segment.start, segment.end) : null;
  }

  /** Wheels of spaCy models among the words of an installer. */
  wheels(): Mention[] {
    const program = this.program(this.start());
    if (!installers.has(program.name)) return [];
    return this.words.flatMap(({ start, end }) => wheelsIn(this.source, start, end));
  }

  private signature(): { signature: CommandSignature; start: number; rest: number } | null {
    const start = this.start();
    const program = this.program(start);
    const image = this.image(program.name);
    if (image) return image;
    const behind = this.texts.slice(program.next);
    const signature = byProgram
      .get(program.name)
      ?.find(
        ({ words, id }) => fits(words.slice(1), behind) && (id === 'first' || this.flag(id, program.next)),
      );
    return signature ? { signature, start, rest: program.next + signature.words.length - 1 } : null;
  }

  /** `docker run … IMAGE --model-id …`. */
  private image(program: string): { signature: CommandSignature; start: number; rest: number } | null {
    if (program !== 'docker' && program !== 'podman') return null;
    for (const [part, name] of images) {
      const at = this.texts.findIndex((text) => text.includes(part));
      const signature = byProgram.get(name)?.[0];
      if (at >= 0 && signature) return { signature, start: at, rest: at + 1 };
    }
    return null;
  }

  /** The first word behind assignments, runners and their flags. */
  private start(): number {
    let start = 0;
    let ran = false;
    for (; start < this.texts.length; start++) {
      const text = this.texts[start] ?? '';
      if (/^[A-Za-z_]\w*=/.test(text) || this.assigns(start)) continue;
      if (runners.has(text) && this.words.length > start + 1) ran = true;
      else if (!ran || byProgram.has(this.program(start).name)) break;
      else if (!/^-|^\d+[smh]?$/.test(text) && !this.texts[start - 1]?.startsWith('-')) break;
    }
    return start;
  }

  private assigns(index: number): boolean {
    const first = this.words[index]?.segments[0];
    return first?.kind === 'text' && /^[A-Za-z_]\w*=/.test(first.text);
  }

  /** The program's name, its folder and `python -m` left away, and the word behind it. */
  private program(start: number): { name: string; next: number } {
    const text = this.texts[start] ?? '';
    const name = text.slice(text.lastIndexOf('/') + 1);
    if (/^python[\d.]*$/.test(name)) {
      const module = this.texts.indexOf('-m', start + 1);
      if (module > 0 && module <= start + 4) return { name: this.texts[module + 1] ?? '', next: module + 2 };
    }
    return { name, next: start + 1 };
  }

  private idWord(signature: CommandSignature, rest: number): Word | undefined {
    if (signature.id !== 'first') return this.flag(signature.id, rest);
    const values = new Set(signature.values);
    for (let at = rest; at < this.words.length; at++) {
      const text = this.texts[at] ?? '';
      if (values.has(text)) at++;
      else if (!text.startsWith('-')) return this.words[at];
    }
    return undefined;
  }

  /** The value of a flag: the word behind it, or what stands behind its `=`. */
  private flag(names: readonly string[], from: number): Word | undefined {
    for (let at = from; at < this.words.length; at++) {
      const word = this.words[at];
      if (!word) continue;
      if (names.includes(this.texts[at] ?? '')) return this.words[at + 1];
      const first = word.segments[0];
      const name =
        first?.kind === 'text' ? names.find((each) => first.text.startsWith(`${each}=`)) : undefined;
      if (name !== undefined && first?.kind === 'text') {
        const cut = name.length + 1;
        const value = { ...first, text: first.text.slice(cut), start: first.start + cut };
        return { ...word, segments: [...(value.text === '' ? [] : [value]), ...word.segments.slice(1)] };
      }
    }
    return undefined;
  }

  private isOff({ off }: CommandSignature, rest: number): boolean {
    const word = off && this.flag([off.flag], rest);
    return word !== undefined && off?.values.includes(this.variables.literal(word) ?? '') === true;
  }

  private revision({ revision }: CommandSignature, rest: number): MentionedId | null {
    const word = revision === undefined ? undefined : this.flag([revision], rest);
    const expansion = word && this.variables.expand(word);
    return expansion && 'texts' in expansion ? (expansion.texts[0] ?? null) : null;
  }
}

/** `en_core_web_sm-3.7.1` of `spacy download --direct` names the model and its version. */
function withoutVersion(id: ShellText): ShellText {
  const version = /^([a-z]{2,3}_\w+)-\d+(?:\.\d+)+$/.exec(id.text);
  const name = version?.[1];
  if (name === undefined) return id;
  return { text: name, start: id.start, end: id.start === null ? id.end : id.start + name.length };
}

function unique(ids: readonly ShellText[]): ShellText[] {
  return [...new Map(ids.filter(({ text }) => text !== '').map((id) => [id.text, id])).values()];
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

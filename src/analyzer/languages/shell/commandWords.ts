import { addressedModel, beginsAddress } from '../addresses';
import type { CommandSignature } from './commands';
import type { Expansion, ShellText, ShellVariables } from './variables';
import type { Word } from './words';

/** The words of a command, and what stands among them where. */
export class CommandWords {
  /** The words' texts; a word that cannot be known is empty. */
  readonly texts: readonly string[];

  constructor(
    readonly words: readonly Word[],
    private readonly variables: ShellVariables,
  ) {
    this.texts = words.map((word) => variables.literal(word) ?? '');
  }

  /** What names the models: one expansion each. */
  ids({ id, values }: CommandSignature, rest: number): Expansion[] {
    const expanded = (word: Word | undefined) => (word ? [this.variables.expand(word)] : []);
    if (id === 'first') return expanded(this.first(new Set(values), rest));
    if (isFlags(id)) return expanded(this.flag(id, rest)).map(withoutTags);
    const words = this.words.slice(rest);
    return words.flatMap((word) =>
      id === 'address' ? this.addressed(word) : valueOfPair(this.variables.expand(word), id.pair),
    );
  }

  /** What further flags name: one expansion each. */
  alsoNamed({ also = [] }: CommandSignature, rest: number): Expansion[] {
    return also.flatMap((name) => {
      const word = this.flag([name], rest);
      return word ? modelInJson(this.variables.expand(word)).map(withoutTags) : [];
    });
  }

  /** The first word that is no flag and no flag's value. */
  private first(values: ReadonlySet<string>, rest: number): Word | undefined {
    for (let at = rest; at < this.words.length; at++) {
      const text = this.texts[at] ?? '';
      if (values.has(text)) at++;
      else if (!text.startsWith('-')) return this.words[at];
    }
    return undefined;
  }

  /** The model of a word that is an address; one that begins as an address may be any. */
  private addressed(word: Word): Expansion[] {
    const expansion = this.variables.expand(word);
    if ('texts' in expansion) {
      const ids = expansion.texts.flatMap((text) => {
        const found = addressedModel(text.text);
        return found ? [part(text, found.start, found.id)] : [];
      });
      return ids.length > 0 ? [{ texts: ids }] : [];
    }
    const [head] = word.segments;
    const tail = word.segments.at(-1);
    // What is not known may be the secret in front of the host.
    const behind = tail?.kind === 'text' && tail.text.startsWith('@') ? addressedModel(tail.text) : null;
    if (behind && tail?.kind === 'text') return [{ texts: [part(tail, behind.start, behind.id)] }];
    const isWhole = this.texts.includes('clone') && head?.kind === 'text' && beginsAddress(head.text);
    return isWhole ? [expansion] : [];
  }

  /** `--name value`, `--name=value` or `name=value` at a word, where the value is one known text. */
  argument(
    at: number,
    flag: RegExp,
    pair: RegExp,
  ): { readonly name: string; readonly value: ShellText } | null {
    const text = this.texts[at] ?? '';
    const behind = flag.exec(text)?.[1];
    const [, name = behind] = pair.exec(text) ?? [];
    const cut = text.indexOf('=') + 1;
    const own = this.words[at];
    const word = behind === undefined ? own && behindStart(own, cut) : this.words[at + 1];
    const expansion = word && name !== undefined ? this.variables.expand(word) : null;
    const [value, ...others] = expansion && 'texts' in expansion ? expansion.texts : [];
    if (!value || name === undefined || others.length > 0) return null;
    return { name, value };
  }

  /** The value of a flag: the word behind it, or what stands behind its `=`. */
  flag(names: readonly string[], from: number): Word | undefined {
    for (let at = from; at < this.words.length; at++) {
      const word = this.words[at];
      if (!word) continue;
      if (names.includes(this.texts[at] ?? '')) return this.words[at + 1];
      const first = word.segments[0];
      const name =
        first?.kind === 'text' ? names.find((each) => first.text.startsWith(`${each}=`)) : undefined;
      if (name !== undefined) return behindStart(word, name.length + 1);
    }
    return undefined;
  }
}

/** A word without its first characters, which one piece of it holds. */
function behindStart(word: Word, cut: number): Word {
  const [first, ...rest] = word.segments;
  if (first?.kind !== 'text') return word;
  const value = { ...first, text: first.text.slice(cut), start: first.start + cut };
  return { ...word, segments: value.text === '' ? rest : [value, ...rest] };
}

/** Whether an id is the value of a flag. */
export function isFlags(id: CommandSignature['id']): id is readonly string[] {
  return Array.isArray(id);
}

/** `length` characters of a text from `start`, at their place if the text has one. */
function part(text: ShellText, start: number, content: string): ShellText {
  const from = text.start === null ? null : text.start + start;
  return { text: content, start: from, end: from === null ? text.end : from + content.length };
}

/** `{"model": "owner/name"}` names what stands under its key. */
function modelInJson(expansion: Expansion): Expansion[] {
  if (!('texts' in expansion)) return [expansion];
  const texts = expansion.texts.flatMap((text) => {
    if (!text.text.trimStart().startsWith('{')) return [text];
    const match = /("model"\s*:\s*")([^"]+)"/.exec(text.text);
    return match?.[2] === undefined ? [] : [part(text, match.index + (match[1]?.length ?? 0), match[2])];
  });
  return texts.length > 0 ? [{ texts }] : [];
}

/** What one of the names and `=` is followed by in a word, which may be a list of such pairs. */
function valueOfPair(expansion: Expansion, names: readonly string[]): Expansion[] {
  if (!('texts' in expansion)) return [];
  const found = expansion.texts.flatMap((text) => {
    const match = new RegExp(`(?:^|,)(?:${names.join('|')})=([^,]+)`).exec(text.text);
    return match?.[1] === undefined
      ? []
      : [part(text, match.index + match[0].length - match[1].length, match[1])];
  });
  return found.length > 0 ? [{ texts: found }] : [];
}

/** `owner/name:Q4_K_M` names a file of the model. */
function withoutTags(expansion: Expansion): Expansion {
  if (!('texts' in expansion)) return expansion;
  return {
    texts: expansion.texts.map((text) =>
      part(text, 0, text.text.replace(/^([\w.-]+\/[\w.-]+):[\w.-]+$/, '$1')),
    ),
  };
}

/** `en_core_web_sm-3.7.1` of `spacy download --direct` names the model and its version. */
export function withoutVersion(id: ShellText): ShellText {
  const version = /^([a-z]{2,3}_\w+)-\d+(?:\.\d+)+$/.exec(id.text);
  const name = version?.[1];
  return name === undefined ? id : part(id, 0, name);
}

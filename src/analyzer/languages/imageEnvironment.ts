import { message } from '../../shared/message';
import { libraryOfKey, partOfKey, weightOf } from './config/keys';
import { namesModel } from './config/values';
import type { Mention } from './mention';
import type { ShellText, ShellVariables } from './shell/variables';

/** A variable that an image is built with. */
interface ImageVariable {
  readonly name: string;
  readonly value: ShellText;
  readonly start: number;
  readonly end: number;
  /** It is there when the image runs, too. */
  readonly kept: boolean;
  /** What reads it: the code of an instruction, or the server that the image is made from. */
  reader: 'build' | 'start' | null;
}

/** Servers that take their model from this variable. */
const servers = /text-generation-inference|text-embeddings-inference/;
const ofServers = 'MODEL_ID';
const pair = /(?:^|\s)([A-Za-z_]\w*)(?:=|[ \t]+)\S+/g;

/** The variables of an image that name a model: by what their name says, or because code in the Dockerfile reads them, too. */
export class ImageEnvironment {
  private variables: ImageVariable[] = [];
  private isServer = false;

  constructor(private readonly values: ShellVariables) {}

  /** `FROM image`. */
  begin(image: string): void {
    this.isServer = servers.test(image);
  }

  /** `ENV` or `ARG`, whose values are known by now. */
  note(instruction: string, text: string, start: number, end: number): void {
    for (const match of text.slice(start, end).matchAll(pair)) {
      const name = match[1] ?? '';
      const known = this.values.valueOf(name);
      const [value, ...others] = known && 'texts' in known ? known.texts : [];
      if (!value || others.length > 0 || !weightOf([name]) || !namesModel(value.text, [name])) continue;
      const from = start + match.index + match[0].length - match[0].trimStart().length;
      const kept = instruction === 'ENV';
      const reader = kept && this.isServer && name === ofServers ? 'start' : null;
      const place = { start: from, end: start + match.index + match[0].length };
      this.variables = [
        ...this.variables.filter((each) => each.name !== name || each.reader !== null),
        { name, value, ...place, kept, reader },
      ];
    }
  }

  /** Code of an instruction: Python in it may read variables by their names. */
  run(code: string, instruction: string): void {
    const read = new Set([...code.matchAll(reading)].map((match) => match[1]));
    for (const variable of this.variables)
      if (read.has(variable.name)) variable.reader ??= instruction === 'RUN' ? 'build' : 'start';
  }

  /** The models of the variables, but for those that a command names already. */
  mentions(named: readonly Mention[]): Mention[] {
    const taken = new Set(named.flatMap(({ ids }) => ids.map(({ text }) => text)));
    return this.variables
      .filter(({ name, kept, reader }) => reader !== null || (kept && weightOf([name]) === 'telling'))
      .filter(({ value }) => !taken.has(value.text))
      .map(mentionOf);
  }
}

const reading = /(?:environ(?:\.get)?|getenv)\s*[[(]\s*\\?["']([A-Za-z_]\w*)/g;

function mentionOf({ name, value, start, end, reader }: ImageVariable): Mention {
  return {
    start,
    end,
    loader: name,
    step: message('key {0}', name),
    library: libraryOfKey([name]),
    hub: 'huggingface',
    part: partOfKey([name]),
    ids: [value],
    reason: null,
    relation: reader === 'build' ? 'bundled' : 'referenced',
  };
}

/** The models that a command hands to a program of the project: `python train.py --model_name_or_path owner/name`. */
import { message } from '../../../shared/message';
import { libraryOfKey, partOfKey, weightOf } from '../config/keys';
import { namesModel } from '../config/values';
import type { Mention } from '../mention';
import { isQualifiedId } from '../ids';
import type { CommandWords } from './commandWords';
import type { ShellText } from './variables';

/** Programs that run Python, under whatever launcher, and those that train what they are given. */
const pythonRun =
  /^(?:python[\d.]*|torchrun|accelerate|deepspeed|[\w.-]+\.py|trl|llamafactory(?:-cli)?|axolotl|swift|autotrain)$/;
const pair = /^(?:--?)?([A-Za-z][\w.-]*)=/;
const flag = /^--?([A-Za-z][\w.-]*)$/;

/** Flags and pairs whose name says that a model follows. `start`: the word that names the program. */
export function flagMentions(given: CommandWords, start: number): Mention[] {
  const first = given.words[start];
  const last = given.words.at(-1);
  const program = (given.texts[start] ?? '').replace(/^.*\//, '');
  if (!first || !last || !pythonRun.test(program)) return [];
  return given.words.slice(start).flatMap((_, index): Mention[] => {
    const argument = given.argument(start + index, flag, pair);
    if (!argument || !mayBeModel(argument.name, argument.value)) return [];
    const keys = argument.name.split('.');
    return [
      {
        start: first.start,
        end: last.end,
        loader: argument.name,
        step: message('key {0}', argument.name),
        library: libraryOfKey(keys),
        hub: 'huggingface',
        part: partOfKey(keys),
        ids: [argument.value],
        reason: null,
      },
    ];
  });
}

/** As in configurations; under a key that only may name a model an id must have its owner. */
function mayBeModel(name: string, { text }: Pick<ShellText, 'text'>): boolean {
  const keys = name.split('.');
  const weight = weightOf(keys);
  if (weight === 'telling') return namesModel(text, keys);
  return weight === 'likely' && /model|tokenizer/.test(name) && !/path/.test(name) && isQualifiedId(text);
}

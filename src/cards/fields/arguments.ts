/** Arguments of training in code blocks: command lines, calls, dictionaries, configuration files. */
import type { CodeBlock } from '../read/block';
import { isUnder, type ReadCard, type Spot } from './field';

/** Names of hyper-parameters, as labels, table cells and trainers write them. */
export const hyperName =
  /^(?:(?:total |effective |global |per[ -]device |mini[ -]?)?(?:train(?:ing)? |eval |train eval )?batch(?: ?size)?(?: per device)?|(?:peak |initial |max |base |start )?(?:learning[ -]?rate|lr)|lr scheduler(?: type)?(?: warmup (?:steps|ratio))?|scheduler|(?:num(?:ber)?(?: of)? )?(?:train(?:ing)? )?(?:epochs?|steps)|max(?:imum)? ?(?:seq(?:uence)?|input|source|target)? ?len(?:gth)?|optimi[sz]er|weight decay|warm-?up(?: (?:steps|ratio|proportion))?|dropout|seed|gradient accumulation steps|gradient clipping|max grad norm|adam (?:beta ?\d|epsilon)|temperature|loss|loss function|scale|margin|mixed precision(?: training)?|n gpu|evaluation steps|save steps|eval steps|label smoothing(?: factor)?|distributed type|num devices|embeds dropout prob|layers|max steps|doc stride|max query length|base lm model|dimensions|pooling[ -]?method|produces normalized embeddings|hidden size|num(?:ber of)? layers|(?:n|num(?:ber of)?)? ?(?:attention )?heads|(?:n|num) (?:hidden )?layers|d model|head dim|fp16|bf16|gmacs|activations \(m\))$/;

/** Headings under which every `name: value` is a hyper-parameter. */
export const hyperSection =
  /hyper-?\s?parameters?|training (?:parameters|arguments|args|configuration|setup|settings)|technical details|parameters/;

/** An argument and the line that gives it. */
export interface Argument {
  /** In lower case, words apart. */
  readonly name: string;
  readonly value: string;
  readonly spot: Spot;
}

/** A line of arguments: `max_seq_len = 256`, `--epochs 3 \\`, `num_train_epochs=3,  # a remark`. */
const argument =
  /^\s*-{0,2}["']?([A-Za-z][\w-]{1,40})["']?\s*(?:[:=]|\s)\s*["']?([\w.+-]{1,40})["']?,?\s*(?:\\|#.*)?$/gm;

/** An option of a command behind others on its line. */
const flag = /(?<=\S\s)--([A-Za-z][\w-]{1,40})[= ]\s*["']?([\w.+-]{1,40})/g;

/** An entry of a dictionary in one line: `{'batch_size': 64}`. */
const entry = /["']([A-Za-z]\w{1,40})["']\s*:\s*["']?([\w.+-]{1,40})["']?(?=\s*[,}])/g;

/** So many known names in one block are a configuration, wherever it stands. */
const enough = 3;

/** All arguments under a heading of hyper-parameters, else those with known names where training is spoken of. */
export function argumentsIn({ code }: ReadCard): Argument[] {
  return code
    .filter(({ text }) => /\d/.test(text) && !/^\s*(?:import|from)\s/m.test(text))
    .flatMap((block) => {
      const all = argumentsOf(block);
      if (isUnder(block.section, hyperSection)) return all;
      const known = all.filter(({ name }) => hyperName.test(name));
      const isOfTraining = isUnder(block.section, /param|train|fine-?tun|technical details/);
      return isOfTraining || known.length >= enough ? known : [];
    });
}

function argumentsOf(block: CodeBlock): Argument[] {
  const text = block.text.slice(0, 5_000);
  return [...text.matchAll(argument), ...text.matchAll(flag), ...text.matchAll(entry)].map((match) => ({
    name: (match[1] ?? '').replace(/[-_]+/g, ' ').trim().toLowerCase(),
    value: match[2] ?? '',
    spot: { ...block, text: match[0] },
  }));
}

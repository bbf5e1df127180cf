/** Whether a program writes a folder itself: then what it loads from there is no model of a hub. */
import { isSpelledAsPath } from '../localPath';
import { child, type SyntaxNode } from '../syntax';
import { callArguments } from './callArguments';
import type { Here } from './evaluator';
import { scopeOf } from './scope';
import type { Spot, TextValue, Values } from './values';

/** A call that writes below one of its arguments. */
interface Writing {
  /** Where the folder is given; `receiver`: it is what the method is called on. */
  readonly position?: number | 'receiver';
  readonly keywords: readonly string[];
  /** It writes a model: a folder of that name holds one. Else only the very value that is given is known to be a folder. */
  readonly model: boolean;
}

const trains: Writing = { position: 0, keywords: ['output_dir'], model: true };
const configures: Writing = { keywords: ['output_dir'], model: true };

const writings: Readonly<Record<string, Writing>> = {
  save_pretrained: { position: 0, keywords: ['save_directory', 'save_dir'], model: true },
  save_pretrained_merged: { position: 0, keywords: ['save_directory'], model: true },
  save_model: { position: 0, keywords: ['output_dir'], model: true },
  save_to_disk: { position: 0, keywords: [], model: true },
  to_disk: { position: 0, keywords: ['path'], model: true },
  save: { position: 0, keywords: ['path', 'filepath'], model: true },
  fit: { keywords: ['output_path'], model: true },
  snapshot_download: { keywords: ['local_dir'], model: true },
  hf_hub_download: { keywords: ['local_dir'], model: true },
  TrainingArguments: trains,
  Seq2SeqTrainingArguments: trains,
  SentenceTransformerTrainingArguments: trains,
  SFTConfig: configures,
  DPOConfig: configures,
  PPOConfig: configures,
  GRPOConfig: configures,
  ORPOConfig: configures,
  KTOConfig: configures,
  RewardConfig: configures,
  makedirs: { position: 0, keywords: ['name'], model: false },
  mkdir: { position: 'receiver', keywords: [], model: false },
};

/** More such calls in one file than anybody reads; the rest says nothing. */
const most = 40;

/** Whether the program writes the folder that `id`, loaded by `loading`, names. */
export function isWritten(id: TextValue, loading: SyntaxNode, here: Here): boolean {
  if (isSpelledAsPath(id.text)) return false;
  const { index } = here.module;
  let looked = 0;
  for (const [name, writing] of Object.entries(writings)) {
    for (const call of index.callsNamed(name)) {
      if (call === loading || ++looked > most) continue;
      if (writes(call, writing, id, here) && !isLoadedFirst(call, loading, id, here)) return true;
    }
  }
  return false;
}

function writes(call: SyntaxNode, writing: Writing, id: TextValue, here: Here): boolean {
  return folders(call, writing, here).some((folder) => {
    if (folder.kind !== 'text' || folder.text === '') return false;
    if (id.text.startsWith(`${folder.text}/`)) return true;
    if (id.text !== folder.text) return false;
    return writing.model || isSameLiteral(id.literal, folder.literal);
  });
}

function folders(call: SyntaxNode, { position, keywords }: Writing, here: Here): Values {
  const callee = child(call, 'function');
  if (position === 'receiver') {
    const object = callee?.type === 'attribute' ? child(callee, 'object') : undefined;
    const values = object ? here.evaluator.evaluate(object, here) : [];
    // `os.mkdir(path)` is no method of the folder.
    if (values.some(({ kind }) => kind === 'text')) return values;
    return callArguments(child(call, 'arguments'), here).get(0, ['path']) ?? [];
  }
  return callArguments(child(call, 'arguments'), here).get(position, keywords) ?? [];
}

function isSameLiteral(one: Spot | null, other: Spot | null): boolean {
  return one !== null && one.start === other?.start && one.source === other.source;
}

/** A folder that is written from a model of the same name, or after it was loaded in the same place: the name is a hub's. */
function isLoadedFirst(call: SyntaxNode, loading: SyntaxNode, id: TextValue, here: Here): boolean {
  const { index } = here.module;
  if (call.start > loading.start && scopeOf(index, call) === scopeOf(index, loading)) return true;
  const callee = child(call, 'function');
  const object = callee?.type === 'attribute' ? child(callee, 'object') : undefined;
  const saved = object ? here.evaluator.evaluate(object, here) : [];
  return saved.some(
    (value) =>
      value.kind === 'object' &&
      value.call.args
        .get(0, ['pretrained_model_name_or_path', 'model_name_or_path'])
        ?.some((given) => given.kind === 'text' && given.text === id.text) === true,
  );
}

import { message } from '../../../shared/message';
import { readConfig } from '../../configuration/read';
import type { SourceText } from '../../text';
import type { Mention } from '../mention';
import { isPipeline } from '../paths';
import { packageIn, wheelsIn } from '../wheels';
import { commandMentions } from './commands';
import { type ConfigEntry, configEntries } from './entries';
import { isAboutModels, libraryOfKey, partOfKey, weightOf } from './keys';
import { namesModel } from './values';

/** A file that names more models than this is a list of models, no configuration. */
const most = 24;

/** Files and folders of results, schemas and data. */
const noConfiguration =
  /(?:^|\/)(?:results?|outputs?|logs?|wandb|runs|eval(?:uation)?_?results)\/|[^/]*(?:result|metric|leaderboard|trainer_state|schema|vocab|special_tokens|added_tokens)[^/]*$|index\.json$/i;

/** The models that a configuration file names: values of the shape of an id, under keys that name models. */
export function configMentions(source: SourceText): Mention[] {
  const { path, text } = source;
  const { documents } = readConfig(source);
  const commands = commandMentions(text, documents);
  if (isPipeline(path)) return commands;
  const entries = documents.flatMap((document) => (document.kind === 'map' ? configEntries(document) : []));
  const installed = [...commands, ...entries.flatMap((entry) => installs(text, entry))];
  if (noConfiguration.test(path)) return installed;
  const about = isAboutModels(
    path,
    entries.map(({ keys }) => keys),
  );
  const mentions = entries.flatMap((entry) => {
    const weight = weightOf(entry.keys);
    const counts = weight === 'telling' || (weight === 'likely' && about && !entry.flag);
    return counts &&
      !isNamedBy(commands, entry) &&
      typeof entry.value === 'string' &&
      namesModel(entry.value, entry.keys)
      ? [mention(text, entry, entries)]
      : [];
  });
  return mentions.length > most ? installed : [...installed, ...mentions].sort((a, b) => a.start - b.start);
}

/** Whether a command names the model already: the entry is one of its words. */
function isNamedBy(commands: readonly Mention[], { start, end }: ConfigEntry): boolean {
  return commands.some(({ ids }) =>
    ids.some((id) => id.start !== null && start <= id.start && id.start < end),
  );
}

function mention(text: string, entry: ConfigEntry, entries: readonly ConfigEntry[]): Mention {
  const { keys, start, end } = entry;
  const value = String(entry.value);
  const plain = text.slice(start, end) === value;
  const beside = entries.filter(({ holder }) => holder === entry.holder);
  const revision = beside.find(({ keys: own }) => /^(model_)?revision$/.test(own.at(-1) ?? ''));
  const remote = beside.find((each) => each.keys.at(-1) === 'trust_remote_code' && each.value === true);
  const name = keys.join('.');
  return {
    start,
    end,
    loader: name,
    step: message('key {0}', name),
    library: libraryOfKey(keys),
    hub: 'huggingface',
    part: partOfKey(keys),
    ids: [{ text: value, start: plain ? start : null, end }],
    reason: null,
    nestedIds: true,
    revision: revision ? { text: String(revision.value), start: revision.start, end: revision.end } : null,
    remoteCode: remote ?? null,
  };
}

/** Wheels in the dependencies of a `pyproject.toml` or of an `environment.yml`. */
function installs(text: string, { keys, value, start, end }: ConfigEntry): Mention[] {
  if (typeof value !== 'string') return [];
  if (/\.(?:whl|tar\.gz|zip)\b/.test(value)) return wheelsIn(text, start, end);
  const isDependency = keys.some((key) => /^(?:dependencies|dev-dependencies|pip)$/.test(key));
  return isDependency ? packageIn(text, start, end) : [];
}

import type { ConfigData } from './configData';
import type { Here } from './evaluator';
import { configAt } from './libraries/configs';
import { joinTwoPaths } from './pathNames';
import { data, join, type Value, type Values } from './values';

/** Groups within groups that are followed. */
const deepestGroup = 6;

/** A Hydra configuration with what its `defaults` list brings in, as it is before the command line overrides anything. */
export function composeConfig(folder: string, name: string, here: Here, depth = 0): Values {
  const path = joinTwoPaths(folder, /\.ya?ml$/.test(name) ? name : `${name}.yaml`);
  return join(
    ...configAt(path, here).map((value): Values => {
      if (value.kind !== 'data' || depth > deepestGroup) return [value];
      return [data(withDefaults(value.data, folder, here, depth))];
    }),
  );
}

function withDefaults(config: ConfigData, folder: string, here: Here, depth: number): ConfigData {
  const [defaults] = config.has('defaults') ? config.get('defaults') : [];
  if (defaults?.kind !== 'data') return config;
  let base: ConfigData | null = null;
  for (const item of defaults.data.values()) {
    for (const part of partOf(item, folder, here, depth)) base = base ? part.over(base) : part;
  }
  return base ? config.over(base) : config;
}

/** One item of a `defaults` list: `model: bert` is `model/bert.yaml` under `model`; a bare name is merged as it is. */
function partOf(item: Value, folder: string, here: Here, depth: number): ConfigData[] {
  if (item.kind === 'text') {
    return item.text === '_self_' ? [] : configsIn(composeConfig(folder, item.text, here, depth + 1));
  }
  if (item.kind !== 'data') return [];
  return item.data.entries().flatMap(([key, choice]) => {
    if (choice.kind !== 'text') return [];
    const group = key
      .replace(/^(override|optional)\s+/, '')
      .replace(/@.*$/, '')
      .replace(/^\//, '');
    const composed = composeConfig(joinTwoPaths(folder, group), choice.text, here, depth + 1);
    return configsIn(composed).map((config) => config.under(group.replaceAll('/', '.')));
  });
}

function configsIn(values: Values): ConfigData[] {
  return values.flatMap((value) => (value.kind === 'data' ? [value.data] : []));
}

import type { ConfigMap, ConfigNode, ConfigScalar } from '../../configuration/node';

/** A value of a configuration file. Offsets are those of the value's own characters, without quotes. */
export interface ConfigEntry {
  /** Keys from the outside in; an element of a list is named by its list. */
  readonly keys: readonly string[];
  readonly value: string | number | boolean;
  readonly start: number;
  readonly end: number;
  /** The map or list that holds the value: neighbours have the same. */
  readonly holder: ConfigNode;
  /** It is a flag among the words of a command. */
  readonly flag?: boolean;
}

/** The values below a map, in their order. What is there through an alias is told once, where it stands. */
export function configEntries(root: ConfigMap): ConfigEntry[] {
  const seen = new Set<ConfigNode>();
  const entries: ConfigEntry[] = [];
  const visit = (node: ConfigNode, keys: readonly string[], holder: ConfigNode) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') {
      const name = nameOf(node);
      for (const [key, inner] of node.entries)
        visit(inner, [...keys, key === 'value' && name !== null ? name : key], node);
    } else if (node.kind === 'list') for (const item of node.items) visit(item, keys, node);
    else if (node.value !== null && node.place)
      entries.push(
        assigned(keys, node, holder) ?? { keys, value: node.value, ...stretch(node.place), holder },
      );
  };
  visit(root, [], root);
  return entries;
}

/** `{name: MODEL_ID, value: …}` is as good as `MODEL_ID: …`. */
function nameOf({ entries }: ConfigMap): string | null {
  const name = entries.size === 2 && entries.has('value') ? entries.get('name') : undefined;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : null;
}

/** So is an element `MODEL_ID=…` of a list, and a flag `--model_id=…`. */
function assigned(
  keys: readonly string[],
  { value, place }: ConfigScalar,
  holder: ConfigNode,
): ConfigEntry | null {
  const [head, variable, flag] =
    (holder.kind === 'list' &&
      typeof value === 'string' &&
      /^(?:([A-Za-z_]\w*)|--([A-Za-z][\w-]*))=/.exec(value)) ||
    [];
  const name = variable ?? flag;
  if (head === undefined || name === undefined || typeof value !== 'string' || !place) return null;
  const start = place.start + head.length;
  const rest = { value: value.slice(head.length), start, end: place.end, holder };
  return { keys: [...keys, name], ...rest, flag: flag !== undefined };
}

function stretch({ start, end }: NonNullable<ConfigScalar['place']>) {
  return { start, end };
}

/** The models that the commands in a configuration fetch: steps of workflows, services of compose files, containers. */
import type { ConfigMap, ConfigNode, ConfigScalar } from '../../configuration/node';
import type { Mention } from '../mention';
import { shellMentions } from '../shell/mentions';
import { ShellVariables } from '../shell/variables';
import { readCommands, type ShellCommand } from '../shell/words';
import { laidOut } from './layout';

/** Keys whose texts are lines for a shell; a list of them is run one after the other. */
const scripts = new Set(
  (
    'run script before_script after_script before_install after_success install setup bash cmd cmds commands shell ' +
    'pre_build build post_build postCreateCommand onCreateCommand updateContentCommand postStartCommand'
  ).split(' '),
);
/** Maps whose every text is such a line. */
const scriptMaps = new Set(['scripts', 'tasks']);
/** Keys that together are one command: what a container runs. A list of them is its words. */
const container = ['entrypoint', 'command', 'args'];
/** Keys of the variables that commands see. */
const environments = new Set(['env', 'environment', 'variables', 'envs', 'vars']);

export function commandMentions(text: string, documents: readonly ConfigNode[]): Mention[] {
  const scalars: ConfigScalar[] = [];
  const found = documents.map((document) => new CommandFinder(scalars).find(document));
  return scalars.length === 0 ? [] : found.flatMap((read) => read(laidOut(text, scalars)));
}

type Read = (code: string) => Mention[];

class CommandFinder {
  private readonly seen = new Set<ConfigNode>();
  /** Commands that were taken: an anchor may stand in several maps. */
  private readonly taken = new Set<ConfigNode>();

  /** @param scalars takes the texts that are commands or that commands see: they are laid out as code first */
  constructor(private readonly scalars: ConfigScalar[]) {}

  find(node: ConfigNode): Read {
    const reads = this.in(node, []);
    return (code) => reads.flatMap((read) => read(code));
  }

  private in(node: ConfigNode, outer: readonly Variable[]): Read[] {
    if (this.seen.has(node) || node.kind === 'scalar') return [];
    this.seen.add(node);
    if (node.kind === 'list') return node.items.flatMap((item) => this.in(item, outer));
    const variables = [...outer, ...this.variables(node)];
    const reads: Read[] = [];
    for (const [key, inner] of node.entries) {
      if (scripts.has(key)) reads.push(...this.lines(inner, variables));
      else if (scriptMaps.has(key) && inner.kind === 'map')
        for (const line of inner.entries.values()) reads.push(...this.lines(line, variables));
      reads.push(...this.in(inner, variables));
    }
    return [...this.containerIn(node, variables), ...reads];
  }

  private lines(node: ConfigNode, variables: readonly Variable[]): Read[] {
    const texts = this.commands(node);
    if (texts.length === 0) return [];
    return [
      (code) => {
        const shell = shellVariables(code, variables);
        return texts.flatMap(({ start, end }) => shellMentions(code, readCommands(code, start, end), shell));
      },
    ];
  }

  private containerIn({ entries }: ConfigMap, variables: readonly Variable[]): Read[] {
    const parts = container.flatMap((key) => {
      const node = entries.get(key);
      const texts = node ? this.commands(node) : [];
      return node && texts.length > 0 ? [{ isList: node.kind === 'list', texts }] : [];
    });
    const image = entries.get('image');
    const name = image?.kind === 'scalar' && typeof image.value === 'string' ? { image: image.value } : {};
    if (parts.length === 0) return [];
    return [
      (code) => {
        const commands = parts.map(({ isList, texts }) =>
          isList ? [wordsOf(code, texts)] : readCommands(code, texts[0]?.start ?? 0, texts[0]?.end ?? 0),
        );
        const [first, ...others] = commands.reduce(joined, []);
        const run = first ? [{ ...first, ...name }, ...others] : [];
        return shellMentions(code, run, shellVariables(code, variables));
      },
    ];
  }

  private commands(node: ConfigNode): Stretch[] {
    if (this.taken.has(node)) return [];
    this.taken.add(node);
    return this.texts(node);
  }

  /** The texts of a value or a list of values. */
  private texts(node: ConfigNode): Stretch[] {
    if (node.kind === 'list')
      return node.items.flatMap((item) => (item.kind === 'scalar' ? this.texts(item) : []));
    if (node.kind === 'map' || typeof node.value !== 'string' || !node.place) return [];
    this.scalars.push(node);
    return [node.place];
  }

  /** What a map sets for the commands below it: `env: {NAME: value}`, `- NAME=value`, `- name: NAME`, a matrix. */
  private variables({ entries }: ConfigMap): Variable[] {
    const found: Variable[] = [];
    for (const [key, inner] of entries) {
      if (environments.has(key)) found.push(...this.environment(inner));
      const matrix = key === 'strategy' && inner.kind === 'map' ? inner.entries.get('matrix') : undefined;
      if (matrix?.kind !== 'map') continue;
      for (const [name, values] of matrix.entries)
        found.push({ name: `matrix.${name}`, values: this.texts(values) });
    }
    return found;
  }

  private environment(node: ConfigNode): Variable[] {
    if (node.kind === 'map')
      return [...node.entries].map(([name, value]) => ({ name, values: this.texts(value) }));
    if (node.kind === 'scalar') return [];
    return node.items.flatMap((item): Variable[] => {
      if (item.kind === 'scalar') return this.texts(item).map((at) => ({ name: null, values: [at] }));
      const name = item.kind === 'map' ? item.entries.get('name') : undefined;
      const value = item.kind === 'map' ? item.entries.get('value') : undefined;
      return name?.kind === 'scalar' && value
        ? [{ name: String(name.value), values: this.texts(value) }]
        : [];
    });
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A variable that a configuration sets; without a name the texts are assignments. */
interface Variable {
  readonly name: string | null;
  readonly values: readonly Stretch[];
}

function shellVariables(code: string, variables: readonly Variable[]): ShellVariables {
  const shell = new ShellVariables();
  for (const { name, values } of variables) {
    const words = values.flatMap(({ start, end }) => wordsOf(code, [{ start, end }]).words);
    if (name === null) shell.note({ words });
    else if (words.length > 0) shell.setAll(name, words);
  }
  return shell;
}

/** A list of texts as the words of one command, blanks within a word included. */
function wordsOf(code: string, texts: readonly Stretch[]): ShellCommand {
  const words = texts.map(({ start, end }) => {
    const [command, ...others] = readCommands(code, start, end);
    const [word, ...more] = command?.words ?? [];
    if (word && others.length === 0 && more.length === 0) return word;
    return { start, end, segments: [{ kind: 'text' as const, text: code.slice(start, end), start, end }] };
  });
  return { words };
}

/** What is run with what stands before it: `entrypoint` and `command`. */
function joined(before: readonly ShellCommand[], next: readonly ShellCommand[]): ShellCommand[] {
  const [first, ...others] = next;
  const last = before.at(-1);
  if (!first || !last) return [...before, ...next];
  return [...before.slice(0, -1), { words: [...last.words, ...first.words] }, ...others];
}

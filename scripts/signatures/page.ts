/** The text of docs/signatures.md: every table of the analyzer, for people. */
import { fileURLToPath } from 'node:url';
import type {
  ArgumentSignature,
  LoaderSignature,
  SignatureFamily,
  SwitchSignature,
} from '../../src/analyzer/signature';
import { type CommandSignature, commands, images } from '../../src/analyzer/languages/shell/commands';
import { families } from '../../src/analyzer/signatures/families';
import { formatted } from './tables';

export const pageFile = fileURLToPath(new URL('../../docs/signatures.md', import.meta.url));

/** What the page must say. */
export async function pageText(): Promise<string> {
  const sorted = [...families].sort((a, b) => compare(title(a), title(b)));
  const names = new Set(sorted.map((family) => family.library));
  const text = [
    '# Loaders that PTM Lens knows',
    'Written by `npm run docs:signatures` from the tables in `src/analyzer/signatures`. In a name `*` stands for any' +
      ' characters, `**` for any number of parts. A number is a position, counted from 0.',
    `${names.size} libraries, ${sorted.flatMap((family) => family.roots).length} import roots,` +
      ` ${sorted.flatMap((family) => family.loaders.flatMap(callsOf)).length} loader names.`,
    ...sorted.map(section),
    commandSection(),
  ];
  return formatted(text.join('\n\n'), pageFile);
}

function section(family: SignatureFamily): string {
  const language = family.language === 'javascript' ? ' (JavaScript, TypeScript)' : '';
  const parts = (family.parts ?? []).map(([glob, part]) => `\`${glob}\` ${part}`).join(', ');
  return [
    `## ${title(family)}`,
    `Hub: ${family.hub}. [Documentation](${family.docs})${language}. Imported as ${code(family.roots)}.`,
    ...(parts === '' ? [] : [`Part by class: ${parts}; else weights.`]),
    family.loaders.map(item).join('\n'),
  ].join('\n\n');
}

function commandSection(): string {
  return [
    '## Commands',
    'In shell scripts, Dockerfiles, lines and cells of notebooks, and in the commands of compose files, workflows and other' +
      ' configurations. A path in front, `python -m`, `sudo`, `uv run` and their like are left away. The same servers are' +
      ` known in containers whose image has ${code(images.map(([part]) => part))} in its name. Flags of a project's own` +
      ' Python programs (`python train.py --model_name_or_path …`) count by their names, as keys of configurations do.',
    commands.map((each) => `- \`${each.words.join(' ')}\`: id ${commandId(each)}`).join('\n'),
  ].join('\n\n');
}

function commandId({ id, qualified }: CommandSignature): string {
  const owner = qualified ? ', with its owner' : '';
  if (id === 'first') return `first word${owner}`;
  if (id === 'address') return 'in an address of the hub';
  return 'pair' in id ? `\`${id.pair}=…\`` : `${code(id)}${owner}`;
}

function item(loader: LoaderSignature): string {
  const id = loader.id ? argument(loader.id) : 'in the name';
  const joined = loader.join ? ` and ${argument(loader.join.argument)}` : '';
  const rest = [...(loader.switches ?? []).map(switchText), ...notes(loader)];
  return [`- ${code(callsOf(loader))}: id ${id}${joined}`, ...rest].join('; ');
}

function notes(loader: LoaderSignature): string[] {
  const notes: string[] = [];
  if (loader.part) notes.push(loader.part);
  if (loader.also) notes.push('a usage besides');
  if (loader.kind === 'expression') notes.push('read, not called');
  if (loader.defaultId) notes.push(`without one: \`${loader.defaultId}\``);
  if (loader.implicit) notes.push("without one: the task's default model");
  if (loader.onlyIds) notes.push(`only ${code(loader.onlyIds)}`);
  if (loader.ignoreIds) notes.push(`not ${code(loader.ignoreIds)}`);
  if (loader.localIds) notes.push(`local: ${code(loader.localIds)}`);
  if (loader.local) notes.push(`local with ${argument(loader.local.argument)} ${code(loader.local.values)}`);
  return notes;
}

function switchText({ argument: given, absent, off, inverted, exceptIds }: SwitchSignature): string {
  const values = off ? `, off by ${code(off)}` : '';
  const except = exceptIds ? `, not for ${code(exceptIds)}` : '';
  return `${argument(given)}: ${inverted ? 'must be off' : `${absent} when absent`}${values}${except}`;
}

function argument({ position, keywords, entry }: ArgumentSignature): string {
  return [
    ...(position === undefined ? [] : [String(position)]),
    ...keywords.map((name) => `\`${name}\``),
    ...(entry === undefined ? [] : [`(\`${entry}\` of a dictionary)`]),
  ].join(' ');
}

function title(family: SignatureFamily): string {
  const [root = ''] = family.roots;
  return family.library === root || family.roots.length > 3 ? family.library : `${family.library}: ${root}`;
}

function callsOf(loader: LoaderSignature): readonly string[] {
  return typeof loader.call === 'string' ? [loader.call] : loader.call;
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

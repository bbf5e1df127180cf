import type { Mention } from './mention';
import { shellMentions } from './shell/mentions';
import { ShellVariables } from './shell/variables';
import { filler, readCommands } from './shell/words';

const assignment = /^(?:export[ \t]+|override[ \t]+)?([A-Za-z_]\w*)[ \t]*(\?|!|:{1,3})?=[ \t]*(.*)$/;
/** A line, with those behind it that a backslash makes part of it. */
const lines = /^(?:[^\n]*\\\r?\n)*[^\n]*$/gm;

/** The models that the recipes of a makefile fetch. */
export function makefileMentions(original: string): Mention[] {
  const text = laidOut(original);
  const variables = new ShellVariables();
  const all = [...text.matchAll(lines)].map(({ 0: line, index }) => ({
    line,
    index,
    end: index + line.length,
  }));
  const isRecipe = ({ line }: { readonly line: string }) => line.startsWith('\t');
  // Make reads the whole file before it runs a recipe, and each line of one in a shell of its own.
  for (const each of all) if (!isRecipe(each)) setVariable(text, each.line, each.end, variables);
  return all.filter(isRecipe).flatMap(({ index, end }) => {
    const own = new ShellVariables((name) => variables.valueOf(name));
    return shellMentions(text, readCommands(text, index, end), own);
  });
}

/** What make fills in, as a shell would write it; marks in front of a recipe's line are left out. The length stays. */
function laidOut(text: string): string {
  return text
    .replace(/^\t([@+-]+)/gm, (_, marks: string) => `\t${filler.repeat(marks.length)}`)
    .replace(/\$\$/g, `${filler}$`)
    .replace(/\$\(([A-Za-z_]\w*)\)/g, `$$$1${filler}${filler}`)
    .replace(/\$\([^()\n]*\)/g, (whole) => `$?${filler.repeat(whole.length - 2)}`);
}

function setVariable(text: string, line: string, end: number, variables: ShellVariables): void {
  const [, name, sign, value = ''] = assignment.exec(line) ?? [];
  if (name === undefined || (sign === '?' && variables.valueOf(name))) return;
  const [command] = readCommands(text, end - value.length, end);
  variables.setAll(name, command?.words ?? []);
}

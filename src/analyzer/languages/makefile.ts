import type { Mention } from './mention';
import { shellMentions } from './shell/mentions';
import { ShellVariables } from './shell/variables';
import { filler, readCommands } from './shell/words';

const assignment = /^(?:export[ \t]+|override[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:\?|!|:{1,3})?=[ \t]*(.*)$/;
/** A line, with those behind it that a backslash makes part of it. */
const lines = /^(?:[^\n]*\\\r?\n)*[^\n]*$/gm;

/** The models that the recipes of a makefile fetch. */
export function makefileMentions(original: string): Mention[] {
  const text = laidOut(original);
  const variables = new ShellVariables();
  const mentions: Mention[] = [];
  for (const { 0: line, index } of text.matchAll(lines)) {
    const end = index + line.length;
    if (line.startsWith('\t'))
      mentions.push(...shellMentions(text, readCommands(text, index, end), variables));
    else setVariable(text, line, end, variables);
  }
  return mentions;
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
  const [, name, value = ''] = assignment.exec(line) ?? [];
  if (name === undefined) return;
  const [command] = readCommands(text, end - value.length, end);
  variables.setAll(name, command?.words ?? []);
}

import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { RuleId } from '../../src/rules/finding';
import type { Rule } from '../../src/rules/rule';
import { ruleHelp } from '../../src/report/ruleHelp';
import { english } from '../../src/shared/message';
import { repository } from '../host/folder';

/** Where the page of a rule lies. */
export function rulePageFile(id: RuleId): string {
  return join(repository, 'docs/rules', `${id}.md`);
}

/** The page of a rule: what, why, an example, what to do, how to silence it. */
export async function rulePage({ id, severity, title, family }: Rule): Promise<string> {
  const { what, why, example, fix } = ruleHelp[id];
  const level = severity === 'off' ? 'Off by default' : `By default: ${severity}`;
  const page = [
    `<!-- Made by \`npm run docs:rules\` from src/report/ruleHelp.ts. -->`,
    `# ${id}`,
    `**${english(title)}.** ${level}. ${what}`,
    `## Why it matters`,
    why,
    `## Example`,
    `\`\`\`${language(example)}\n${example}\n\`\`\``,
    `## What to do`,
    fix,
    `## How to silence it`,
    ...(family === 'project' ? [] : silencedByComment(id)),
    `For the whole project, in \`.ptm-lens.json\`:`,
    `\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\``,
    family === 'project' ? exceptionNone : exceptionWords,
    `All rules, comments and the policy: [rules](../rules.md). Information, not legal advice.`,
  ].join('\n\n');
  const options = await resolveConfig(rulePageFile(id));
  return format(page, { ...options, parser: 'markdown', embeddedLanguageFormatting: 'off' });
}

const exceptionWords =
  'An exception in the policy silences it for some models, files or a time, with a reason; it stays in reports, marked as silenced.';
const exceptionNone = 'It can also be given another level there: `error`, `warning`, `information`, `hint`.';

function silencedByComment(id: RuleId): string[] {
  return [
    `At one place, with a comment on the line or alone on the line above; the reason may end with a date:`,
    `\`\`\`python\nmodel = load("org/model")  # ptm-lens: ignore[${id}] agreed with the author, until 2027-01-31\n\`\`\``,
  ];
}

/** Examples that are a policy or a sentence are not Python. */
function language(example: string): string {
  if (example.startsWith('{')) return 'json';
  if (example.includes('\n[project]')) return 'toml';
  return /^src\//.test(example) ? 'text' : 'python';
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../host/folder';

/** Pages that show what the command line prints. */
export const pagesWithOutput = ['docs/cli.md', 'docs/reports.md'].map((file) => join(repository, file));

/** `<!-- run: ARGUMENTS | head N -->`, and the block behind it. */
const shown = /<!-- run: (.+?)(?: \| head (\d+))? -->\n+```(\w*)\n[\s\S]*?\n```/g;

/** The page with each block made anew: the command as it is typed, and what it prints. */
export function withFreshOutput(file: string): string {
  return readFileSync(file, 'utf8').replace(
    shown,
    (_all, command: string, lines: string | undefined, kind: string) => {
      const head = lines === undefined ? '' : ` | head ${lines}`;
      const typed = kind === 'text' || kind === 'console' ? `$ ptm-lens ${command}${head}\n` : '';
      return `<!-- run: ${command}${head} -->\n\n\`\`\`${kind}\n${typed}${printed(command, lines)}\n\`\`\``;
    },
  );
}

function printed(command: string, lines: string | undefined): string {
  const args = [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
  const env = { ...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: '1767323045' };
  const { stdout } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: repository,
    encoding: 'utf8',
    env,
  });
  // Where the repository lies is nobody's business.
  const all = stdout.replaceAll('\r', '').replaceAll(`${repository}/`, '').trimEnd().split('\n');
  const count = lines === undefined ? all.length : Number(lines);
  return [...all.slice(0, count), ...(all.length > count ? ['…'] : [])].join('\n');
}

import { readJson } from '../rules/policy/json';
import { type ParsedPolicy, parsePolicy } from '../rules/policy/parse';
import { readToml } from '../rules/policy/toml';
import type { Finding } from '../rules/finding';
import { english, message } from '../shared/message';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';
import { readText } from './readText';

/** The policy that `--policy` names. One that cannot be parsed is an error; smaller mistakes are said on stderr. */
export async function readPolicyFile(file: string, today: string): Promise<ParsedPolicy> {
  const text = await readText(file);
  const isToml = file.endsWith('.toml');
  const [broken] = (isToml ? readToml(file, text) : readJson(file, text))?.findings ?? [];
  if (broken) throw new UserError(message('{0}: this is not {1}', lineOf(broken), isToml ? 'TOML' : 'JSON'));
  const parsed = parsePolicy(file, text, today);
  if (!parsed) throw new UserError(message('{0}: {1}', file, 'no [tool.ptm-lens] in it'));
  for (const mistake of parsed.findings)
    process.stderr.write(`ptm-lens: ${printable(`${lineOf(mistake)}: ${english(mistake.message)}`)}\n`);
  return { policy: parsed.policy, findings: [] };
}

function lineOf({ place: { file, range } }: Finding): string {
  return `${file}:${range.start.line + 1}`;
}

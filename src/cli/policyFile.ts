import { readJson } from '../rules/policy/json';
import { type ParsedPolicy, parsePolicy } from '../rules/policy/parse';
import { readToml } from '../rules/policy/toml';
import { english, message } from '../shared/message';
import { printable } from '../shared/printable';
import { UserError } from '../shared/result';
import { readText } from './readText';

/** The policy that `--policy` names. One that cannot be parsed is an error; smaller mistakes are said on stderr. */
export async function readPolicyFile(file: string, today: string): Promise<ParsedPolicy> {
  const text = await readText(file);
  const [broken] = (file.endsWith('.toml') ? readToml(file, text) : readJson(file, text))?.findings ?? [];
  if (broken) throw new UserError(message('{0}: {1}', file, english(broken.message)));
  const parsed = parsePolicy(file, text, today);
  if (!parsed) throw new UserError(message('{0}: {1}', file, 'no [tool.ptm-lens] in it'));
  for (const { place, message: mistake } of parsed.findings) {
    const where = `${file}:${place.range.start.line + 1}`;
    process.stderr.write(`ptm-lens: ${printable(`${where}: ${english(mistake)}`)}\n`);
  }
  return { policy: parsed.policy, findings: [] };
}

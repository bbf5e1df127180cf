import type { Files } from '../../shared/host';
import { decodeUtf8 } from '../../shared/text';
import { placeOf } from './located';
import { type ParsedPolicy, parsePolicy } from './parse';
import { defaultPolicy } from './policy';
import { policyFinding } from './policyFinding';

/** The files that may hold a policy, at the root; the first one found counts. */
const policyFiles = ['.ptm-lens.json', 'pyproject.toml'];

/** A larger file is no policy. */
const maxBytes = 1_000_000;

/** Whether a change of this file may change the policy. */
export function isPolicyFile(path: string): boolean {
  return policyFiles.includes(path);
}

/** The policy of a folder, and what is wrong with it: `.ptm-lens.json`, else `[tool.ptm-lens]` of its pyproject.toml. */
export async function readPolicy(
  files: Files,
  paths: readonly string[],
  today: string,
): Promise<ParsedPolicy> {
  for (const file of policyFiles) {
    if (!paths.includes(file) && (await files.kind(file)) !== 'file') continue;
    const read = await files.read(file, maxBytes);
    if (!read.ok) {
      if (file === 'pyproject.toml') continue;
      return { policy: defaultPolicy, findings: [policyFinding(read.error, placeOf(file, '', 0, 0))] };
    }
    const parsed = parsePolicy(file, decodeUtf8(read.value), today);
    if (parsed) return parsed;
  }
  return { policy: defaultPolicy, findings: [] };
}

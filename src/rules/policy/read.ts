import type { Files } from '../../shared/host';
import type { Finding } from '../finding';
import { defaultPolicy, type Policy } from './policy';

/** Whether a change of this file may change the policy. */
export function isPolicyFile(path: string): boolean {
  return path === '.ptm-lens.json' || path === 'pyproject.toml';
}

/** The policy of a folder, and what is wrong with it: `.ptm-lens.json`, else `[tool.ptm-lens]` of its pyproject.toml. */
export async function readPolicy(
  _files: Files,
  _paths: readonly string[],
  _today: string,
): Promise<{ readonly policy: Policy; readonly findings: readonly Finding[] }> {
  return Promise.resolve({ policy: defaultPolicy, findings: [] });
}

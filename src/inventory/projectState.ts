import { detectProjectLicenses } from '../licenses/detect';
import type { ProjectLicense } from '../licenses/project';
import type { Finding } from '../rules/finding';
import { defaultPolicy, type Policy } from '../rules/policy/policy';
import { readPolicy } from '../rules/policy/read';
import type { FolderParts } from './folderParts';

/** What holds for the whole folder and is read again when a manifest, a licence or the policy changes. */
export interface ProjectState {
  readonly projects: readonly ProjectLicense[];
  readonly policy: Policy;
  readonly findings: readonly Finding[];
}

/** Before anything was read. */
export const noProject: ProjectState = { projects: [], policy: defaultPolicy, findings: [] };

/** Reads licences and policy among the paths of a folder. */
export async function readProjectState(
  { files, today, levels, policy: given }: FolderParts,
  paths: readonly string[],
): Promise<ProjectState> {
  const projects = await detectProjectLicenses(files, paths);
  const { policy, findings } = given ?? (await readPolicy(files, paths, today()));
  const rules = { ...levels?.(), ...policy.rules };
  return { projects, policy: { ...policy, rules }, findings: [...findings] };
}

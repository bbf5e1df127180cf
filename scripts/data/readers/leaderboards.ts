import type { Statement } from '../facts';
import { readCsv } from './files';

/** Open LLM Leaderboard, both versions: licence, parameters, architecture, base model. */
export function leaderboards(folder: string): Statement[] {
  const first = readCsv(folder, 'hub/leaderboard-v1_2024-06.csv').map((row) =>
    leaderboardRow('lb1', row['fullname'], row['hub_license'], row['params_b'], row['architecture']),
  );
  const second = readCsv(folder, 'hub/leaderboard-v2_2025-03.csv').map((row) =>
    leaderboardRow(
      'lb2',
      row['model_name'],
      row['metadata_hub_license'],
      row['metadata_params_billions'],
      row['model_architecture'],
    ),
  );
  return [...first, ...second].filter(({ id }) => /^[^/\s]+\/[^/\s]+$/.test(id));
}

function leaderboardRow(
  source: 'lb1' | 'lb2',
  id = '',
  license = '',
  billions = '',
  architecture = '',
): Statement {
  const parameters = Math.round(Number(billions) * 1e9);
  return {
    id,
    hub: 'huggingface',
    source,
    facts: {
      ...(/^[a-z][\w.+-]*$/i.test(license)
        ? { license: { id: license.toLowerCase(), name: null, link: null } }
        : {}),
      ...(parameters > 0 ? { parameters } : {}),
      ...(/^\w+$/.test(architecture) && !/^(unknown|\?)$/i.test(architecture)
        ? { architectures: [architecture] }
        : {}),
    },
  };
}

/** Lists of current models. */
import type { Statement } from '../facts';
import { emptyDescription, readCsv, readJson } from './files';

interface FitModel {
  readonly name: string;
  readonly parameters_raw: number | null;
  readonly hf_downloads: number | null;
  readonly hf_likes: number | null;
  readonly pipeline_tag: string | null;
}

/** llmfit: current language models with parameters and downloads. */
export function llmfit(folder: string): Statement[] {
  return readJson<FitModel[]>(folder, 'hub/llmfit_2026-05.json')
    .filter(({ name }) => /^[^/\s]+\/[^/\s]+$/.test(name))
    .map(
      ({
        name,
        parameters_raw: parameters,
        hf_downloads: downloads,
        hf_likes: likes,
        pipeline_tag: task,
      }) => ({
        id: name,
        hub: 'huggingface',
        source: 'llmfit',
        facts: {
          ...(parameters ? { parameters } : {}),
          ...(downloads ? { popularity: { downloads, likes: likes || null } } : {}),
          ...(task && task !== 'unknown' ? { description: emptyDescription({ task }) } : {}),
        },
      }),
    );
}

/** Models that others keep track of, with their parameters where known. */
export function tracked(folder: string): Statement[] {
  const ids = readCsv(folder, 'hub/tracked-models_2026-08.csv').map((row): Statement => ({
    id: row['modelId'] ?? '',
    hub: 'huggingface',
    source: 'track',
    facts: {},
  }));
  const sized = readCsv(folder, 'hub/tracked-models-parameters_2026-08.csv').map((row): Statement => {
    const parameters = Math.round(Number(row['total_params_b']) * 1e9);
    return {
      id: row['model_id'] ?? '',
      hub: 'huggingface',
      source: 'track',
      facts: parameters > 0 ? { parameters } : {},
    };
  });
  return [...ids, ...sized].filter(({ id }) => /^[^/\s]+\/[^/\s]+$/.test(id));
}

/** PeaTMOSS: links and downloads. */
import type { Statement } from '../facts';
import { readCsv, readJson } from './files';

/** PeaTMOSS: the licence that the hub gave in August 2023, and how many repositories load the model. */
export function peatmossLinks(folder: string): Statement[] {
  const models = new Map<string, { license: string; repositories: Set<string> }>();
  for (const { repository = '', model = '', license = '' } of readCsv(folder, 'peatmoss/links.csv')) {
    const known = models.get(model) ?? { license, repositories: new Set() };
    models.set(model, known);
    known.repositories.add(repository);
  }
  return [...models].map(([id, { license, repositories }]) => ({
    id,
    hub: 'huggingface',
    source: 'pm',
    facts: {
      ...(license ? { license: { id: license.toLowerCase(), name: null, link: null } } : {}),
      reuse: repositories.size,
    },
  }));
}

/** PeaTMOSS: monthly downloads. */
export function peatmossDownloads(folder: string): Statement[] {
  return Object.entries(readJson<Record<string, number>>(folder, 'peatmoss/downloads.json')).map(
    ([id, downloads]) => ({
      id,
      hub: 'huggingface',
      source: 'pm',
      facts: { popularity: { downloads, likes: null } },
    }),
  );
}

import { laterAudioBundles, laterTextBundles } from '../../../src/analyzer/signatures/lists/torchBundles';
import type { Statement } from '../facts';
import { emptyDescription, readCsv, readJson } from './files';

/** PyTorch Hub entry points and the builders of PyTorch's own libraries, with the licence of the repository's code. */
export function pytorchHub(folder: string): Statement[] {
  const licenses = readJson<Record<string, string[] | null>>(folder, 'peatmoss/repository-licenses.json');
  const pages = readJson<{ loads: [string, string][]; tags: string[] }[]>(
    folder,
    'hub/pytorch-hub_2024-04.json',
  );
  const entries = pages
    .flatMap(({ loads }) => loads)
    .flatMap(([written, entry]) => {
      const repository = written.replace(/:.*/, '');
      return pytorchStatements(`${repository}#${entry}`, 'torch.hub', licenses[repository]);
    });
  const builders = builderNames(folder).flatMap(([library, name]) =>
    pytorchStatements(name, library, licenses[`pytorch/${library.slice('torch'.length)}`]),
  );
  return [...entries, ...builders];
}

/** Library and name of each builder and bundle: those of PeaTMOSS's signatures, then the later ones of the analyzer's lists. */
function builderNames(folder: string): (readonly [library: string, name: string])[] {
  const listed = readCsv(folder, 'peatmoss/signatures.csv')
    .filter(({ import: root = '' }) => /^torch(vision|audio|text)$/.test(root))
    .map(({ import: root = '', loader = '' }) => [root, loader] as const);
  return [
    ...listed,
    ...laterAudioBundles.map((name) => ['torchaudio', name] as const),
    ...laterTextBundles.map((name) => ['torchtext', name] as const),
  ];
}

function pytorchStatements(id: string, library: string, licenses: string[] | null | undefined): Statement[] {
  const known: Statement = {
    id,
    hub: 'pytorch',
    source: 'pth',
    facts: { description: emptyDescription({ library, frameworks: ['pytorch'] }) },
  };
  // Several licence texts in one repository do not say which is the model's.
  const [license, ...others] = licenses ?? [];
  if (!license || others.length > 0) return [known];
  return [
    known,
    { id, hub: 'pytorch', source: 'pmr', facts: { license: { id: license, name: null, link: null } } },
  ];
}

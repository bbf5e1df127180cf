import { window } from 'vscode';
import type { BuildProgress } from '../../platform/buildProgress';
import type { CatalogueMaker } from '../../platform/vscode/hubPlatform';
import { message } from '../../shared/message';
import type { CatalogueStore } from '../catalogue';
import type { HubLookup } from '../hubLookup';
import { withCancel } from '../hubProgress';
import type { Tokens } from '../secrets';
import { localize } from '../words';
import { install } from './importCatalogue';

/** How many models can be asked for: a thousand a question. */
const sizes = [1000, 5000, 20_000, 100_000];

/** What an update works with. */
export interface UpdateParts {
  readonly lookup: HubLookup;
  readonly catalogues: CatalogueStore;
  readonly maker: CatalogueMaker;
  readonly tokens: Tokens;
}

/** Takes the most downloaded models of the live hub as a layer over the catalogue that ships. */
export async function updateCatalogue({ lookup, catalogues, maker, tokens }: UpdateParts): Promise<void> {
  lookup.requireHub();
  const count = await pickSize();
  if (count === undefined) return;
  const made = await withCancel(message('asking the hub for models'), async (report, signal) => {
    const token = await tokens.get();
    const progress: BuildProgress = (stage, done) => {
      if (stage === 'read') report(message('{0} of {1} models', done, count), Math.min(done / count, 1));
    };
    const answer = await maker.fromHub(count, token, progress, signal);
    return answer.ok || !signal.cancelled ? answer : null;
  });
  if (made) await install(catalogues, 'updated', made, localize(message('the hub')));
}

async function pickSize(): Promise<number | undefined> {
  const items = sizes.map((size) => ({
    size,
    label: localize(message('The {0} most downloaded models', size.toLocaleString())),
    description: localize(message('{0} questions to the hub', Math.ceil(size / 1000))),
  }));
  const placeHolder = localize(message('How much of the hub? No id of your code is sent.'));
  return (await window.showQuickPick(items, { placeHolder }))?.size;
}

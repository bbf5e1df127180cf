import { Uri, window } from 'vscode';
import type { MadeCatalogue } from '../../platform/madeCatalogue';
import type { CatalogueMaker } from '../../platform/vscode/hubPlatform';
import type { LayerName } from '../../shared/layerStore';
import { type Message, message } from '../../shared/message';
import { type Result, UserError } from '../../shared/result';
import type { CatalogueStore } from '../catalogue';
import { withCancel } from '../hubProgress';
import { localize } from '../words';

const counts = {
  read: (done: number) => message('{0} models read', done),
  write: (done: number) => message('{0} models written', done),
};

/** Takes a catalogue, a PeaTMOSS.db or a listing of the hub as a layer of its own over the catalogue that ships. */
export async function importCatalogue(
  catalogues: CatalogueStore,
  maker: CatalogueMaker,
  argument: unknown,
): Promise<void> {
  const file = argument instanceof Uri ? argument : await pick();
  if (!file) return;
  if (file.scheme !== 'file') throw new UserError(message('only a file on this machine can be imported'));
  const made = await withCancel(message('importing {0}', file.fsPath), async (report, signal) => {
    const answer = await maker.fromFile(
      file.fsPath,
      (stage, done) => report(counts[stage](done), null),
      signal,
    );
    return answer.ok || !signal.cancelled ? answer : null;
  });
  if (made) await install(catalogues, 'imported', made, file.fsPath);
}

/** Puts what was made in place, and says what is known now. Throws what is wrong with it; then the old one stays. */
export async function install(
  catalogues: CatalogueStore,
  layer: LayerName,
  made: Result<MadeCatalogue>,
  name: string,
): Promise<void> {
  if (!made.ok) throw unusable(name, made.error);
  const overlay = await catalogues.overlay();
  const installed = await overlay.install(layer, made.value.file);
  made.value.discard();
  if (!installed.ok) throw unusable(name, installed.error);
  // Its index is at hand then for the first search.
  void overlay.verify();
  const [top] = overlay.catalogue.layers.slice(overlay.names.indexOf(layer));
  const said = message('{0} models from {1}', top?.info().models ?? 0, name);
  void window.showInformationMessage(localize(message('PTM Lens: {0}', localize(said))));
}

function unusable(name: string, reason: Message): UserError {
  return new UserError(message('{0} was not taken: {1}. What was there stays.', name, localize(reason)));
}

async function pick(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: localize(message('Import Catalogue or PeaTMOSS.db')),
      openLabel: localize(message('Import')),
      filters: {
        [localize(message('Catalogues and listings'))]: [
          ...['sqlite', 'db', 'jsonl', 'ndjson', 'json'],
          ...['gz', 'xz', 'zst'],
        ],
        [localize(message('All files'))]: ['*'],
      },
    })) ?? [];
  return file;
}

import { window } from 'vscode';
import type { HubPlatform } from '../../platform/vscode/hubPlatform';
import type { ModelReference } from '../../shared/hub';
import type { CatalogueStore } from '../catalogue';
import type { Folders } from '../folders';
import type { HubLookup } from '../hubLookup';
import type { CommandName } from '../ids';
import type { ModelFinder } from '../modelFinder';
import type { OpenDocuments } from '../openDocuments';
import type { Tokens } from '../secrets';
import { importCatalogue } from './importCatalogue';
import { lookUpOne, lookUpUnknown } from './lookUp';
import { readCard } from './readCard';
import type { Handler } from './register';
import { resetCatalogue } from './resetCatalogue';
import { setToken } from './setToken';
import { updateCatalogue } from './updateCatalogue';

/** What the commands of hub and catalogue work with. */
export interface HubCommandParts {
  readonly platform: HubPlatform;
  readonly folders: Folders;
  readonly lookup: HubLookup;
  readonly catalogues: CatalogueStore;
  readonly tokens: Tokens;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
}

/** The commands that ask the hub or change the catalogue. */
export const hubCommandNames = [
  ...(['lookUpModel', 'lookUpUnknown', 'updateCatalogue', 'importCatalogue'] as const),
  ...(['resetCatalogue', 'setToken', 'readCard'] as const),
] satisfies CommandName[];

export function hubCommands(parts: HubCommandParts): Record<(typeof hubCommandNames)[number], Handler> {
  const { platform, lookup, catalogues, tokens } = parts;
  return {
    lookUpModel: (argument) => lookUpOne(lookup, argument, () => underCursor(parts)),
    lookUpUnknown: () => lookUpUnknown(lookup),
    updateCatalogue: () => updateCatalogue({ lookup, catalogues, maker: platform.maker, tokens }),
    importCatalogue: (argument) => importCatalogue(catalogues, platform.maker, argument),
    resetCatalogue: () => resetCatalogue(catalogues, platform.forget),
    setToken: () => setToken(tokens),
    readCard: (argument) => readCard(parts, argument),
  };
}

/** The model that is written where the cursor stands. */
async function underCursor({ finder, documents }: HubCommandParts): Promise<ModelReference | null> {
  const editor = window.activeTextEditor;
  if (!editor) return null;
  await documents.ensure(editor.document);
  const found = finder.at(editor.document, editor.selection.active);
  const [model] = found?.models ?? [];
  if (!found || !model || model.lookup.answer === 'local') return null;
  const { hub, library } = found.entry.usage;
  return { hub, library, written: model.id };
}

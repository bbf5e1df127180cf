import { commands, env, type Location, Uri, window } from 'vscode';
import { hubPage } from '../../present/hubPage';
import { shown } from '../../present/shown';
import type { Hub } from '../../shared/hub';
import { message } from '../../shared/message';
import { UserError } from '../../shared/result';
import type { Folders } from '../folders';
import type { ModelFinder } from '../modelFinder';
import type { OpenDocuments } from '../openDocuments';
import { usageLocations } from '../references';
import { localize } from '../words';
import { modelOf, placeOf } from './arguments';
import type { ModelPanels } from '../panels/modelPanels';
import { openPlace } from './openPlace';

/** Commands about one model: of the row or link they are run from, else of the model under the cursor. */
export class ModelCommands {
  constructor(
    private readonly folders: Folders,
    private readonly finder: ModelFinder,
    private readonly documents: OpenDocuments,
    private readonly panels: ModelPanels,
  ) {}

  async open(argument: unknown): Promise<void> {
    const target = placeOf(argument);
    const folder = target && this.folders.byKey(target.folder);
    if (!target || !folder) throw new UserError(message('no place to open is given'));
    await openPlace(folder, target.place);
  }

  async copyId(argument: unknown): Promise<void> {
    const { id } = await this.model(argument);
    await env.clipboard.writeText(id);
    window.setStatusBarMessage(localize(message('Copied {0}', shown(id))), 3000);
  }

  async openHubPage(argument: unknown): Promise<void> {
    const { id, hub } = await this.model(argument);
    const page = hubPage(id, hub);
    if (!page) throw new UserError(message('no web page is known for {0}', shown(id)));
    await env.openExternal(Uri.parse(page, true));
  }

  /** Opens all that is known of the model in a panel. */
  async openModel(argument: unknown): Promise<void> {
    await this.panels.show(await this.model(argument));
  }

  /** Shows all usages of the model in the editor's own peek list. */
  async showUsages(argument: unknown): Promise<void> {
    const { id } = await this.model(argument);
    const locations = usageLocations(this.finder, id);
    const [first] = locations;
    if (!first) throw new UserError(message('no usage of {0} is known', shown(id)));
    await peek(first, locations);
  }

  private async model(argument: unknown): Promise<{ id: string; hub: Hub }> {
    const model = modelOf(argument) ?? (await this.underCursor());
    if (!model) throw new UserError(message('put the cursor on a model id first'));
    return model;
  }

  private async underCursor(): Promise<{ id: string; hub: Hub } | null> {
    const editor = window.activeTextEditor;
    if (!editor) return null;
    await this.documents.ensure(editor.document);
    const found = this.finder.at(editor.document, editor.selection.active);
    const [model] = found?.models ?? [];
    return found && model ? { id: model.id, hub: found.entry.usage.hub } : null;
  }
}

/** Peeking needs an editor to show itself in: the active one, else the first usage's. */
async function peek(first: Location, locations: readonly Location[]): Promise<void> {
  const editor =
    window.activeTextEditor ?? (await window.showTextDocument(first.uri, { selection: first.range }));
  const at = editor.selection.active;
  await commands.executeCommand('editor.action.peekLocations', editor.document.uri, at, locations, 'peek');
}

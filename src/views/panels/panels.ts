import type { Uri } from 'vscode';
import type { KnownModels } from '../../db/layered';
import type { Asker } from '../../platform/asker';
import type { HubPlatform } from '../../platform/vscode/hubPlatform';
import { DisposableOwner } from '../../shared/disposable';
import type { Result } from '../../shared/result';
import type { Folders } from '../folders';
import type { ModelFinder } from '../modelFinder';
import type { OpenDocuments } from '../openDocuments';
import { FlowPanel } from './flowPanel';
import { ModelPanels } from './modelPanels';
import { Models } from './models';
import { ModelView } from './modelView';
import { SqlPanel } from './sqlPanel';

/** What the panels ask. */
export interface PanelParts {
  readonly folders: Folders;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
  readonly catalogue: () => Promise<Result<KnownModels>>;
  readonly asker: Asker;
  /** The hub, whose kept answers are read. */
  readonly hub: HubPlatform['hub'];
}

/** Everything that is drawn in a webview: models, the view that follows the cursor, the licence flow, the SQL console. */
export class Panels extends DisposableOwner {
  readonly models: ModelPanels;
  readonly flow: FlowPanel;
  readonly sql: SqlPanel;

  constructor({ folders, finder, documents, catalogue, asker, hub }: PanelParts, extension: Uri) {
    super();
    const models = new Models(folders, finder, catalogue, hub);
    this.models = this.register(new ModelPanels(models, extension));
    this.register(new ModelView(models, documents, extension));
    this.flow = this.register(new FlowPanel(folders, extension));
    this.sql = this.register(new SqlPanel(asker, extension));
  }
}

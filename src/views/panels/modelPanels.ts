import { type Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import { modelPage } from '../../present/panel/modelPage';
import { type PanelState, readState } from '../../present/panel/protocol';
import { shown } from '../../present/shown';
import { DisposableOwner } from '../../shared/disposable';
import { modelPanelType } from '../ids';
import { Latest } from '../latest';
import { mayAskHub } from '../settings';
import { currentReader } from '../words';
import { runAction } from './actions';
import { Frame } from './frame';
import type { Models } from './models';

/** Changes are shown together. */
const pause = 300;

/** The panels of models: one for each, in the editor; they come back after a restart. */
export class ModelPanels extends DisposableOwner implements WebviewPanelSerializer {
  private readonly open = new Map<string, ModelPanel>();

  constructor(
    private readonly models: Models,
    private readonly extension: Uri,
  ) {
    super();
    this.register(window.registerWebviewPanelSerializer(modelPanelType, this));
  }

  async show(model: PanelState): Promise<void> {
    const known = this.open.get(keyOf(model));
    if (known) return known.reveal();
    const panel = window.createWebviewPanel(modelPanelType, shown(model.id, 60), ViewColumn.Active);
    await this.keep(panel, model);
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const model = readState(state);
    if (model && !this.open.has(keyOf(model))) await this.keep(panel, model);
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.open.values()]) panel.dispose();
    super.dispose();
  }

  private async keep(panel: WebviewPanel, model: PanelState): Promise<void> {
    const kept = new ModelPanel(panel, model, this.models, this.extension);
    this.open.set(keyOf(model), kept);
    panel.onDidDispose(() => {
      this.open.delete(keyOf(model));
      kept.dispose();
    });
    await kept.update();
  }
}

class ModelPanel extends DisposableOwner {
  private readonly frame: Frame;
  private readonly queue = this.register(new Latest(() => this.update(), pause));

  constructor(
    private readonly panel: WebviewPanel,
    private readonly model: PanelState,
    private readonly models: Models,
    extension: Uri,
  ) {
    super();
    this.register(panel);
    const title = shown(model.id, 60);
    this.frame = this.register(
      new Frame(panel.webview, { extension, script: 'model', title }, (message) => {
        if (message.kind === 'action') void runAction(message.action).then(() => this.queue.soon());
      }),
    );
    this.register(models.folders.onDidChange(() => this.queue.soon()));
  }

  reveal(): void {
    this.panel.reveal();
  }

  async update(): Promise<void> {
    const page = modelPage(await this.models.collect(this.model), currentReader(), {
      where: 'panel',
      mayAskHub: mayAskHub(),
    });
    this.frame.show({ kind: 'page', page, state: this.model });
  }
}

function keyOf({ hub, id }: PanelState): string {
  return `${hub}\n${id}`;
}

import { Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window, workspace } from 'vscode';
import { flowPage } from '../../present/flow/flow';
import { DisposableOwner } from '../../shared/disposable';
import { message } from '../../shared/message';
import type { Folders } from '../folders';
import { flowPanelType } from '../ids';
import { Latest } from '../latest';
import { currentReader, localize } from '../words';
import { Frame } from './frame';

/** Changes are shown together: a scan announces many. */
const pause = 500;

/** The licence flow of the workspace, in one panel that follows the inventory. */
export class FlowPanel extends DisposableOwner implements WebviewPanelSerializer {
  private readonly queue = this.register(new Latest(() => this.update(), pause));
  private panel: WebviewPanel | undefined;
  private frame: Frame | undefined;

  constructor(
    private readonly folders: Folders,
    private readonly extension: Uri,
  ) {
    super();
    this.register(window.registerWebviewPanelSerializer(flowPanelType, this));
    this.register(folders.onDidChange(() => this.queue.soon()));
  }

  async show(): Promise<void> {
    if (this.panel) return this.panel.reveal();
    const title = localize(message('Licence flow'));
    await this.deserializeWebviewPanel(window.createWebviewPanel(flowPanelType, title, ViewColumn.Active));
  }

  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    this.panel = panel;
    this.frame = new Frame(
      panel.webview,
      { extension: this.extension, script: 'flow', title: panel.title },
      (said) => {
        if (said.kind === 'save') void this.save(said.format, said.data);
      },
    );
    panel.onDidDispose(() => {
      this.frame?.dispose();
      this.panel = this.frame = undefined;
    });
    await this.update();
  }

  override dispose(): void {
    this.panel?.dispose();
    super.dispose();
  }

  private update(): Promise<void> {
    const inventories = this.folders.visible.map(({ inventory }) => inventory.current);
    if (this.frame) this.frame.show({ kind: 'flow', flow: flowPage(inventories, currentReader()) });
    return Promise.resolve();
  }

  private async save(format: 'svg' | 'png', data: string): Promise<void> {
    const folder = this.folders.all[0]?.uri;
    const name = `licence-flow.${format}`;
    const target = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
      filters: { [format.toUpperCase()]: [format] },
      saveLabel: localize(message('Save')),
    });
    if (!target) return;
    try {
      await workspace.fs.writeFile(target, Buffer.from(data, format === 'png' ? 'base64' : 'utf8'));
      const saved = target.path.slice(target.path.lastIndexOf('/') + 1);
      window.setStatusBarMessage(localize(message('Saved {0}', saved)), 8000);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(localize(message('PTM Lens: {0}', reason)));
    }
  }
}

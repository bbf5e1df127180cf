import { env, type Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import type { Asker } from '../../platform/asker';
import type { FromPanel } from '../../present/panel/protocol';
import { schemaQuestion, shownRows, sqlPage, sqlResult } from '../../present/sql/page';
import { DisposableOwner } from '../../shared/disposable';
import { message } from '../../shared/message';
import { sqlPanelType } from '../ids';
import { currentReader, localize } from '../words';
import { runAction } from './actions';
import { Frame } from './frame';

/** The console that asks SQL of the catalogue, in one panel. */
export class SqlPanel extends DisposableOwner implements WebviewPanelSerializer {
  private panel: WebviewPanel | undefined;
  private frame: Frame | undefined;

  constructor(
    private readonly asker: Asker,
    private readonly extension: Uri,
  ) {
    super();
    this.register(asker);
    this.register(window.registerWebviewPanelSerializer(sqlPanelType, this));
  }

  async show(): Promise<void> {
    if (this.panel) return this.panel.reveal();
    const title = localize(message('SQL console'));
    // What was typed and answered stays while another tab is in front.
    const options = { retainContextWhenHidden: true };
    const panel = window.createWebviewPanel(sqlPanelType, title, ViewColumn.Active, options);
    await this.deserializeWebviewPanel(panel);
  }

  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    this.panel = panel;
    const frame = new Frame(
      panel.webview,
      { extension: this.extension, script: 'sql', title: panel.title },
      (said) => void this.hear(said),
    );
    this.frame = frame;
    panel.onDidDispose(() => {
      this.asker.stop();
      frame.dispose();
      this.panel = this.frame = undefined;
    });
    frame.show({
      kind: 'sql',
      sql: sqlPage(await this.asker.ask(schemaQuestion, shownRows), currentReader()),
    });
  }

  override dispose(): void {
    this.panel?.dispose();
    super.dispose();
  }

  private async hear(said: FromPanel): Promise<void> {
    if (said.kind === 'run') {
      const answer = await this.asker.ask(said.sql, shownRows);
      this.frame?.tell({ kind: 'result', result: sqlResult(answer, currentReader()) });
    }
    if (said.kind === 'stop') this.asker.stop();
    if (said.kind === 'copy') await env.clipboard.writeText(said.text);
    if (said.kind === 'action') await runAction(said.action);
  }
}

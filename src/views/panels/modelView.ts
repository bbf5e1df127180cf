import { type TextEditor, type Uri, type WebviewView, type WebviewViewProvider, window } from 'vscode';
import { emptyPage, modelPage } from '../../present/panel/modelPage';
import type { PanelState } from '../../present/panel/protocol';
import { DisposableOwner } from '../../shared/disposable';
import { message } from '../../shared/message';
import { modelView } from '../ids';
import { Latest } from '../latest';
import type { OpenDocuments } from '../openDocuments';
import { mayAskHub } from '../settings';
import { currentReader, localize } from '../words';
import { runAction } from './actions';
import { Frame } from './frame';
import type { Models } from './models';

/** Quiet time after the cursor moved. */
const pause = 200;

/** The model under the cursor, beside the inventory. Where there is none the last one stays, so that it can be read. */
export class ModelView extends DisposableOwner implements WebviewViewProvider {
  private readonly queue = this.register(new Latest(() => this.update(), pause));
  private view: WebviewView | undefined;
  private frame: Frame | undefined;
  private model: PanelState | null = null;
  private stale = true;

  constructor(
    private readonly models: Models,
    private readonly documents: OpenDocuments,
    private readonly extension: Uri,
  ) {
    super();
    this.register(window.registerWebviewViewProvider(modelView, this));
    this.register(window.onDidChangeTextEditorSelection(() => this.queue.soon()));
    this.register(window.onDidChangeActiveTextEditor(() => this.queue.soon()));
    this.register(models.folders.onDidChange(() => this.refresh()));
  }

  async resolveWebviewView(view: WebviewView): Promise<void> {
    this.view = view;
    const title = localize(message('Model under the cursor'));
    const frame = new Frame(
      view.webview,
      { extension: this.extension, script: 'model', title, ground: 'side' },
      (said) => {
        if (said.kind === 'action') void runAction(said.action).then(() => this.refresh());
      },
    );
    this.frame = frame;
    view.onDidDispose(() => {
      frame.dispose();
      this.view = this.frame = undefined;
    });
    view.onDidChangeVisibility(() => this.queue.soon());
    this.stale = true;
    await this.queue.now();
  }

  /** What is shown may no longer hold. */
  private refresh(): void {
    this.stale = true;
    this.queue.soon();
  }

  private async update(): Promise<void> {
    const { view, frame } = this;
    if (!view?.visible || !frame) return;
    const model = (await this.underCursor(window.activeTextEditor)) ?? this.model;
    // The cursor moves with every key: only another model is worth a new page.
    if (!this.stale && model?.id === this.model?.id && model?.hub === this.model?.hub) return;
    this.stale = false;
    this.model = model;
    const reader = currentReader();
    const options = { where: 'view', mayAskHub: mayAskHub() } as const;
    const page = model ? modelPage(await this.models.collect(model), reader, options) : emptyPage(reader);
    frame.show({ kind: 'page', page, state: null });
  }

  private async underCursor(editor: TextEditor | undefined): Promise<PanelState | null> {
    if (!editor) return null;
    await this.documents.ensure(editor.document);
    const found = this.models.finder.at(editor.document, editor.selection.active);
    const [model] = found?.models ?? [];
    return found && model ? { id: model.id, hub: found.entry.usage.hub } : null;
  }
}

import {
  type CancellationToken,
  type Event,
  EventEmitter,
  InlayHint,
  type InlayHintsProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { summary } from '../present/summary';
import { DisposableOwner } from '../shared/disposable';
import { documentIds } from './documentIds';
import { modelMarkdown } from './modelMarkdown';
import type { LensParts } from './modelLenses';
import type { ModelFinder } from './modelFinder';
import { toEditorRange } from './positions';
import { currentReader } from './words';

/** The licence of a model behind its id, with the hover as its tooltip. Off unless the user wants it. */
export class LicenseHints extends DisposableOwner implements InlayHintsProvider {
  private readonly changed = this.register(new EventEmitter<void>());
  readonly onDidChangeInlayHints: Event<void> = this.changed.event;

  constructor(
    private readonly parts: LensParts,
    private readonly finder: ModelFinder,
  ) {
    super();
    this.register(parts.folders.onDidChange(() => this.changed.fire()));
    this.register(parts.settings.onDidChange(() => this.changed.fire()));
  }

  async provideInlayHints(
    document: TextDocument,
    visible: Range,
    token: CancellationToken,
  ): Promise<InlayHint[]> {
    if (!this.parts.settings.current.inlayHints) return [];
    const found = await documentIds(document, this.parts, token);
    if (!found) return [];
    return found.ids.flatMap(({ range, usage, model }) => {
      // The place of an id is the text between its quotes: the hint stands behind the closing one.
      const end = toEditorRange(range).end.translate(0, 1);
      if (!visible.contains(end)) return [];
      const hint = new InlayHint(end, summary(model, currentReader()));
      hint.paddingLeft = true;
      hint.tooltip = modelMarkdown(this.finder, found.folder, { usage, models: [model] }, [model]);
      return [hint];
    });
  }
}

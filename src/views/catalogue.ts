import { window } from 'vscode';
import type { Catalogue } from '../db/catalogue';
import type { KnownModels } from '../db/layered';
import { Overlay } from '../db/overlay';
import type { SqlJsStatic } from '../db/sqlite';
import { once } from '../platform/once';
import { DisposableOwner } from '../shared/disposable';
import { Emitter } from '../shared/events';
import type { Logger } from '../shared/host';
import type { LayerStore } from '../shared/layerStore';
import { type Message, message } from '../shared/message';
import { failure, ok, type Result } from '../shared/result';
import { localize } from './words';

/** Opens what ships with the extension. */
export interface ShippedCatalogue {
  catalogue(): Promise<Result<Catalogue>>;
  sqlite(): Promise<SqlJsStatic>;
}

/**
 * The catalogue that ships and what the user added to it, opened on first need. What cannot be opened is said once; the rest
 * answers.
 */
export class CatalogueStore extends DisposableOwner {
  private readonly changed = this.register(new Emitter<undefined>());
  /** Fires after the catalogue learnt or forgot something. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly shipped: ShippedCatalogue,
    private readonly layers: LayerStore,
    private readonly logger: Logger,
  ) {
    super();
  }

  readonly overlay = once(() => this.openOverlay());

  readonly open = once(async (): Promise<Result<KnownModels>> => {
    try {
      const { catalogue } = await this.overlay();
      if (catalogue.layers.length > 0) return ok(catalogue);
      return failure(message('there is no catalogue: see the log'));
    } catch (error) {
      return failure(this.say(message('the catalogue cannot be opened: {0}', String(error))));
    }
  });

  private async openOverlay(): Promise<Overlay> {
    const started = Date.now();
    const base = await this.shipped.catalogue();
    if (!base.ok) this.say(base.error);
    const overlay = this.register(
      await Overlay.open(await this.shipped.sqlite(), this.layers, base.ok ? [base.value] : []),
    );
    overlay.onDidChange(() => this.changed.fire(undefined));
    for (const problem of overlay.problems) this.say(problem);
    void this.verify(overlay);
    const names = ['the one that ships', ...overlay.names].join(', ');
    this.logger.info(`catalogue opened in ${Date.now() - started} ms: ${names}`);
    return overlay;
  }

  /** Looks through the user's own catalogues when they answer already: of a large one that takes a while. */
  private async verify(overlay: Overlay): Promise<void> {
    const said = overlay.problems;
    await overlay.verify();
    for (const problem of overlay.problems.filter((other) => !said.includes(other))) this.say(problem);
  }

  private say(problem: Message): Message {
    const reason = localize(problem);
    this.logger.error(reason);
    void window.showErrorMessage(localize(message('PTM Lens: {0}', reason)));
    return problem;
  }
}

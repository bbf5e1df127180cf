import { cardFieldsOf } from '../cards/summary';
import { askAll } from '../db/hub/batch';
import { HubClient } from '../db/hub/client';
import { type HubError, hubFailure, type HubResult } from '../db/hub/error';
import { type LookedUp, lookUpModel, type LookUpParts } from '../db/hub/lookUp';
import type { HubPlatform } from '../platform/vscode/hubPlatform';
import { unknownModels } from '../present/unknownModels';
import { matchesGlob } from '../rules/policy/glob';
import { DisposableOwner } from '../shared/disposable';
import type { CancelSignal } from '../shared/fetch';
import type { Logger } from '../shared/host';
import type { ModelReference } from '../shared/hub';
import { message } from '../shared/message';
import { type Result, UserError } from '../shared/result';
import type { CatalogueStore } from './catalogue';
import type { Folders } from './folders';
import type { Tokens } from './secrets';
import { today } from './words';

/** What looking up works with. */
export interface HubLookupParts {
  readonly platform: HubPlatform;
  readonly tokens: Tokens;
  readonly catalogues: CatalogueStore;
  readonly folders: Folders;
  readonly logger: Logger;
  /** Whether the user wants the network left alone. */
  readonly off: () => boolean;
}

/** What became of a batch. */
export interface Tally {
  readonly found: number;
  readonly failed: readonly { readonly written: string; readonly error: HubError }[];
}

/** Finds are kept after so many: what a crash could lose. */
const keptTogether = 25;

/** Looks models up at the hub and keeps what it finds in the overlay; all that is shown is then looked up again. */
export class HubLookup extends DisposableOwner {
  constructor(private readonly parts: HubLookupParts) {
    super();
    const { catalogues, folders } = parts;
    this.register(
      catalogues.onDidChange(() => {
        for (const { inventory } of folders.everything) void inventory.lookUpAgain();
      }),
    );
  }

  /** Models of the workspace that the catalogue does not have. */
  unknown(): ModelReference[] {
    return unknownModels(this.parts.folders.visible.map(({ inventory }) => inventory.current));
  }

  /** Looks up one model. */
  async one(reference: ModelReference, signal: CancelSignal): Promise<HubResult<LookedUp>> {
    const setup = await this.setup();
    const answer = setup.ok ? await lookUpModel(setup.value, reference, signal) : setup;
    if (answer.ok) orThrow(await this.keep([answer.value]));
    return answer;
  }

  /** Looks up many, a few at a time. What was found until it is cancelled is kept; throws a `UserError` where it cannot be. */
  async all(
    references: readonly ModelReference[],
    report: (done: number) => void,
    signal: CancelSignal,
  ): Promise<Tally> {
    const setup = await this.setup();
    let waiting: LookedUp[] = [];
    let done = 0;
    let found = 0;
    const failed: { written: string; error: HubError }[] = [];
    const keeping: Promise<Result<null>>[] = [];
    const flush = () => {
      if (waiting.length > 0) keeping.push(this.keep(waiting));
      waiting = [];
    };
    await askAll(
      references,
      (reference) => (setup.ok ? lookUpModel(setup.value, reference, signal) : Promise.resolve(setup)),
      ({ written }, answer) => {
        report(++done);
        if (!answer.ok) return void failed.push({ written, error: answer.error });
        found++;
        if (waiting.push(answer.value) >= keptTogether) flush();
      },
      signal,
    );
    flush();
    (await Promise.all(keeping)).forEach(orThrow);
    return { found, failed };
  }

  /** The text of a model's card, under the same conditions. */
  async card(id: string, signal: CancelSignal): Promise<HubResult<string>> {
    const setup = await this.setup();
    if (!setup.ok) return setup;
    const { hub, isPrivate } = setup.value;
    if (isPrivate(id))
      return hubFailure('private', message("the policy's models.private keeps this id on this machine"));
    return hub.card(id, { signal });
  }

  /** Throws a `UserError` where the user does not want the network used, or the environment's hub is no address. */
  requireHub(): HubClient {
    const { platform, off, tokens, logger } = this.parts;
    if (off()) throw new UserError(message('looking up is switched off (setting ptmLens.hub.lookup)'));
    const hub = platform.hub();
    if (!hub.ok) throw new UserError(hub.error);
    return new HubClient({ ...hub.value, token: () => tokens.get(), logger });
  }

  /** Nothing is sent before every folder's policy is read: it may name ids that must not leave the machine. */
  private async setup(): Promise<HubResult<LookUpParts>> {
    const hub = this.requireHub();
    const { everything } = this.parts.folders;
    for (const { inventory } of everything) {
      if (!inventory.isProjectRead) await inventory.scan(() => undefined, { cancelled: false }, []);
      const isBroken = inventory.current.projectFindings.some(({ rule }) => rule === 'policy-invalid');
      if (isBroken)
        return hubFailure(
          'private',
          message('the policy file has a mistake, so it is not known which ids are private'),
        );
    }
    const patterns = everything.flatMap(({ inventory }) => inventory.policy.models.private);
    const isPrivate = (id: string) => patterns.some((pattern) => matchesGlob(pattern, id));
    return { ok: true, value: { hub, isPrivate, today, cardFields: cardFieldsOf } };
  }

  private async keep(found: readonly LookedUp[]): Promise<Result<null>> {
    return await (await this.parts.catalogues.overlay()).add(found, today());
  }
}

function orThrow(result: Result<null>): void {
  if (!result.ok) throw new UserError(result.error);
}

import { keptCard } from '../../db/hub/keptCard';
import type { KnownModels } from '../../db/layered';
import { collectModel, type ModelInput, type PanelCatalogue } from '../../present/panel/modelInput';
import type { HubPlatform } from '../../platform/vscode/hubPlatform';
import type { PanelState } from '../../present/panel/protocol';
import type { Result } from '../../shared/result';
import type { Folders } from '../folders';
import type { ModelFinder } from '../modelFinder';

/** Gathers what the page of a model says. */
export class Models {
  constructor(
    readonly folders: Folders,
    readonly finder: ModelFinder,
    private readonly catalogue: () => Promise<Result<KnownModels>>,
    private readonly hub: HubPlatform['hub'],
  ) {}

  async collect(model: PanelState): Promise<ModelInput> {
    const opened = await this.catalogue();
    const usages = this.finder.usagesOf(model.id);
    const folders = this.folders.visible.map((folder) => ({
      key: folder.key,
      name: folder.name,
      inventory: folder.inventory.current,
      policy: folder.inventory.policy,
      usages: usages.filter((each) => each.folder === folder).map(({ entry }) => entry),
      loose: folder.uri === null,
    }));
    // Documents outside every folder are no project that a model could fit or not.
    const projects = folders.filter((folder) => !folder.loose || folder.usages.length > 0);
    const catalogue = opened.ok ? panelCatalogue(opened.value) : null;
    return { ...collectModel(model, projects, catalogue), cardText: await this.cardOf(model) };
  }

  /** The card of a model that was looked up: it is kept on this machine, and nothing is asked for it. */
  private async cardOf({ id, hub }: PanelState): Promise<string | null> {
    const parts = hub === 'huggingface' ? this.hub() : null;
    return parts?.ok ? keptCard(parts.value, id) : null;
  }
}

function panelCatalogue(catalogue: KnownModels): PanelCatalogue {
  const lookup: PanelCatalogue['lookup'] = (written, hub) => catalogue.lookup({ hub, library: '', written });
  return {
    lookup,
    record: (id) => {
      const found = lookup(id, 'huggingface');
      return 'record' in found ? found.record : null;
    },
    alternatives: (record, limit) => catalogue.alternatives(record, limit),
  };
}

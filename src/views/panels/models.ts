import type { KnownModels } from '../../db/layered';
import { collectModel, type ModelInput, type PanelCatalogue } from '../../present/panel/modelInput';
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
    return collectModel(model, projects, opened.ok ? panelCatalogue(opened.value) : null);
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

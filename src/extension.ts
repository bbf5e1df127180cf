/** Activation: makes the parts in order, registers them, disposes them. A list, no logic. */
import { type ExtensionContext, Uri, window } from 'vscode';
import { QueryThread } from './platform/node/queryThread';
import { Assets } from './platform/vscode/assets';
import { desktopPlatform } from './platform/vscode/desktop';
import { desktopHub, layersFolder } from './platform/vscode/desktopHub';
import { CatalogueStore } from './views/catalogue';
import { exportReport } from './views/commands/exportReport';
import { explainRule } from './views/commands/explainRule';
import { filterInventory } from './views/commands/filterInventory';
import { groupBy } from './views/commands/groupBy';
import { ModelCommands } from './views/commands/modelCommands';
import { registerCommands } from './views/commands/register';
import { scan } from './views/commands/scan';
import { searchModels } from './views/commands/searchModels';
import { DiskChanges } from './views/diskChanges';
import { excluderOf } from './views/excludes';
import { Folders } from './views/folders';
import { HubFeatures } from './views/hubFeatures';
import { InventoryTree } from './views/inventoryTree';
import { InventoryView } from './views/inventoryView';
import { LanguageFeatures } from './views/languageFeatures';
import { channelLogger } from './views/log';
import { ModelFinder } from './views/modelFinder';
import { OpenDocuments } from './views/openDocuments';
import { Problems } from './views/problems';
import { rulePage } from './views/rulePage';
import { Scanning } from './views/scanning';
import { SettingsStore } from './views/settings';
import { StartScans } from './views/startScans';
import { StatusItem } from './views/statusItem';
import { Panels } from './views/panels/panels';
import { breathe } from './views/breathe';
import { today } from './views/words';

export function activate({
  subscriptions,
  extensionUri,
  globalStorageUri,
  secrets,
  workspaceState,
}: ExtensionContext): void {
  const keep = <T extends { dispose(): void }>(part: T): T => {
    subscriptions.push(part);
    return part;
  };
  const channel = keep(window.createOutputChannel('PTM Lens', { log: true }));
  const logger = channelLogger(channel);
  const settings = keep(new SettingsStore());
  const enabled = () => settings.current.enable;

  const dist = Uri.joinPath(extensionUri, 'dist');
  const assets = new Assets(dist);
  const storage = globalStorageUri.fsPath;
  const platform = desktopPlatform(assets, { dist: dist.fsPath, cacheFolder: storage });
  const hub = desktopHub({ dist: dist.fsPath, storage, sqlite: assets.sqlite });
  const catalogues = keep(new CatalogueStore(assets, hub.layers, logger));
  const catalogue = catalogues.open;
  const levels = () => settings.current.levels;
  const shared = { catalogue, today, excluded: excluderOf(settings), levels, breathe };
  const folders = keep(new Folders(platform, shared, enabled));

  const scanning = keep(new Scanning(folders, logger));
  const documents = keep(new OpenDocuments(folders, enabled, logger));
  keep(new DiskChanges(folders, { enabled, rescan: () => void scanning.scan(false) }, logger));
  keep(scanning.onDidFinish(() => documents.refresh()));

  const finder = new ModelFinder(folders);
  const tree = keep(new InventoryTree(folders, finder, workspaceState));
  keep(new Problems(folders, { rulePage }));
  keep(new InventoryView(folders, tree, scanning));
  keep(new StatusItem(folders, scanning));
  keep(new LanguageFeatures({ folders, finder, documents, settings, catalogue }));

  const asker = new QueryThread({ dist: dist.fsPath, layers: layersFolder(storage) });
  // Its thread reads the catalogues once.
  keep(catalogues.onDidChange(() => asker.stop()));
  const panels = keep(
    new Panels({ folders, finder, documents, catalogue, asker, hub: hub.hub }, extensionUri),
  );
  const models = new ModelCommands(folders, finder, documents, panels.models);
  const features = { catalogues, folders, finder, documents, settings, secrets, logger };
  const hubFeatures = keep(new HubFeatures({ platform: hub, ...features }));
  keep(
    registerCommands(
      {
        scan: () => scan(scanning, enabled()),
        cancelScan: () => scanning.cancel(),
        groupBy: (argument) => groupBy(tree, argument),
        filterInventory: (argument) => filterInventory(tree, argument),
        openPlace: (argument) => models.open(argument),
        showUsages: (argument) => models.showUsages(argument),
        copyId: (argument) => models.copyId(argument),
        openHubPage: (argument) => models.openHubPage(argument),
        openModel: (argument) => models.openModel(argument),
        openLicenseFlow: () => panels.flow.show(),
        openSql: () => panels.sql.show(),
        explainRule: (argument) => explainRule(extensionUri, argument),
        searchModels: () => searchModels(catalogue),
        ...hubFeatures.commands,
        exportReport: (argument) => exportReport(folders, argument),
        showLog: () => channel.show(),
      },
      logger,
    ),
  );
  keep(new StartScans({ settings, folders, scanning, documents, logger }));
}

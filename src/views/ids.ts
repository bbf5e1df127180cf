/** The ids that the manifest and the code share; `test/unit/views/manifest.test.ts` compares the two. */

export const commandIds = {
  scan: 'ptmLens.scan',
  cancelScan: 'ptmLens.cancelScan',
  groupBy: 'ptmLens.groupBy',
  filterInventory: 'ptmLens.filterInventory',
  openPlace: 'ptmLens.openPlace',
  showUsages: 'ptmLens.showUsages',
  copyId: 'ptmLens.copyId',
  openHubPage: 'ptmLens.openHubPage',
  openModel: 'ptmLens.openModel',
  openLicenseFlow: 'ptmLens.openLicenseFlow',
  openSql: 'ptmLens.openSql',
  lookUpModel: 'ptmLens.lookUpModel',
  lookUpUnknown: 'ptmLens.lookUpUnknown',
  updateCatalogue: 'ptmLens.updateCatalogue',
  importCatalogue: 'ptmLens.importCatalogue',
  resetCatalogue: 'ptmLens.resetCatalogue',
  setToken: 'ptmLens.setToken',
  readCard: 'ptmLens.readCard',
  explainRule: 'ptmLens.explainRule',
  searchModels: 'ptmLens.searchModels',
  exportReport: 'ptmLens.exportReport',
  showLog: 'ptmLens.showLog',
} as const;

export type CommandName = keyof typeof commandIds;

export const inventoryView = 'ptmLens.inventory';

export const modelView = 'ptmLens.model';

/** The kinds of panels, by which VS Code opens them again after a restart. */
export const modelPanelType = 'ptmLens.modelPanel';
export const flowPanelType = 'ptmLens.flowPanel';
export const sqlPanelType = 'ptmLens.sqlPanel';

export const contextKeys = {
  scanning: 'ptmLens.scanning',
  scanned: 'ptmLens.scanned',
} as const;

export const diagnosticSource = 'PTM Lens';

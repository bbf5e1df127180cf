import { join } from 'node:path';
import { workspace } from 'vscode';
import type { SqlJsStatic } from '../../db/sqlite';
import { ok } from '../../shared/result';
import { HubCache } from '../node/hubCache';
import { nodeFetch, wait } from '../node/fetch';
import { environmentToken, hubEndpoint } from '../node/hubEnvironment';
import { CatalogueImporter } from '../node/importFile';
import { DiskLayers } from '../node/overlayStore';
import type { HubPlatform } from './hubPlatform';
import { version } from '../../../package.json';

/** What the hub and the overlay work with on a desktop. */
export interface DesktopHubSetup {
  /** The folder of the bundles. */
  readonly dist: string;
  /** The extension's folder for what outlives a session. */
  readonly storage: string;
  readonly sqlite: () => Promise<SqlJsStatic>;
}

export function desktopHub({ dist, storage, sqlite }: DesktopHubSetup): HubPlatform {
  const folder = layersFolder(storage);
  const cache = new HubCache(join(storage, 'hub'));
  const maker = new CatalogueImporter({ dist, folder, sqlite, environment: editorProxy });
  const tools = { fetch: nodeFetch(), wait, now: Date.now, random: Math.random };
  return {
    layers: new DiskLayers(folder),
    hub: () => {
      const endpoint = hubEndpoint(process.env);
      if (!endpoint.ok) return endpoint;
      return ok({ ...tools, endpoint: endpoint.value, cache, userAgent: `ptm-lens/${version}` });
    },
    environmentToken: () => environmentToken(process.env),
    maker,
    forget: async () => {
      maker.forgetUpdates();
      await cache.clear();
    },
  };
}

/** Where the user's own catalogues lie. */
export function layersFolder(storage: string): string {
  return join(storage, 'catalogue');
}

/** The editor's own proxy, which a process beside it would not know of. */
function editorProxy(): Readonly<Record<string, string>> {
  const proxy = workspace.getConfiguration('http').get<string>('proxy');
  return proxy ? { http_proxy: proxy, https_proxy: proxy } : {};
}

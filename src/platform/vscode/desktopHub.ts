import { join } from 'node:path';
import type { SqlJsStatic } from '../../db/sqlite';
import type { HubParts } from '../../db/hub/requests';
import { ok } from '../../shared/result';
import { openHubCache } from '../node/hubCache';
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
  const endpoint = hubEndpoint(process.env);
  const folder = join(storage, 'catalogue');
  return {
    layers: new DiskLayers(folder),
    hub: endpoint.ok ? ok(partsOf(endpoint.value, storage)) : endpoint,
    environmentToken: environmentToken(process.env),
    maker: new CatalogueImporter({ cli: join(dist, 'cli.js'), folder, sqlite }),
  };
}

function partsOf(endpoint: string, storage: string): Omit<HubParts, 'token' | 'logger'> {
  return {
    endpoint,
    fetch: nodeFetch(),
    wait,
    now: Date.now,
    random: Math.random,
    cache: openHubCache(join(storage, 'hub')),
    userAgent: `ptm-lens/${version}`,
  };
}

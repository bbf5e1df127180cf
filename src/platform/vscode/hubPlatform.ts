import type { HubParts } from '../../db/hub/requests';
import type { CancelSignal } from '../../shared/fetch';
import type { LayerStore } from '../../shared/layerStore';
import type { Result } from '../../shared/result';
import type { BuildProgress } from '../buildProgress';
import type { MadeCatalogue } from '../madeCatalogue';

/** Makes catalogues in processes of their own. */
export interface CatalogueMaker {
  fromFile(file: string, progress: BuildProgress, signal: CancelSignal): Promise<Result<MadeCatalogue>>;
  fromHub(
    count: number,
    token: string | null,
    progress: BuildProgress,
    signal: CancelSignal,
  ): Promise<Result<MadeCatalogue>>;
}

/** What hub and overlay need of a host; a host that cannot do it passes null where this is wanted. */
export interface HubPlatform {
  readonly layers: LayerStore;
  /** A failure where the environment names a hub that is no address, or wants the network left alone. */
  readonly hub: () => Result<Omit<HubParts, 'token' | 'logger'>>;
  /** The token of the environment. */
  readonly environmentToken: () => string | null;
  readonly maker: CatalogueMaker;
  /** Forgets every answer of the hub that was kept. */
  readonly forget: () => Promise<void>;
}

import type { SecretStorage } from 'vscode';
import type { HubPlatform } from '../platform/vscode/hubPlatform';
import { DisposableOwner } from '../shared/disposable';
import type { Logger } from '../shared/host';
import type { CatalogueStore } from './catalogue';
import { hubCommands } from './commands/hubCommands';
import type { Folders } from './folders';
import { HubLookup } from './hubLookup';
import { AutomaticLookup } from './hubLookupAutomatic';
import type { ModelFinder } from './modelFinder';
import type { OpenDocuments } from './openDocuments';
import { Tokens } from './secrets';
import type { SettingsStore } from './settings';

/** What everything about the hub works with. */
export interface HubFeatureParts {
  readonly platform: HubPlatform;
  readonly catalogues: CatalogueStore;
  readonly folders: Folders;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
  readonly secrets: SecretStorage;
  readonly logger: Logger;
}

/** Looking up at the hub, by command and by itself, and what changes the catalogue. */
export class HubFeatures extends DisposableOwner {
  readonly commands: ReturnType<typeof hubCommands>;

  constructor(parts: HubFeatureParts) {
    super();
    const { platform, settings, folders, logger } = parts;
    const tokens = new Tokens(parts.secrets, platform.environmentToken);
    const off = () => settings.current.hubLookup === 'off';
    const lookup = this.register(new HubLookup({ ...parts, tokens, off }));
    this.register(new AutomaticLookup(lookup, settings, folders, logger));
    this.commands = hubCommands({ ...parts, lookup, tokens });
  }
}

import { type ConfigurationChangeEvent, type Event, EventEmitter, workspace } from 'vscode';
import { DisposableOwner } from '../shared/disposable';
import { section, type SettingReader, type Settings, settingsTable } from './settingsTable';

/** The settings, always as they are now. */
export class SettingsStore extends DisposableOwner {
  private readonly changed = this.register(new EventEmitter<Settings>());
  readonly onDidChange: Event<Settings> = this.changed.event;
  private snapshot = readSettings();

  constructor() {
    super();
    this.register(workspace.onDidChangeConfiguration((event) => this.refresh(event)));
  }

  get current(): Settings {
    return this.snapshot;
  }

  private refresh(event: ConfigurationChangeEvent): void {
    if (!event.affectsConfiguration(section)) return;
    this.snapshot = readSettings();
    this.changed.fire(this.snapshot);
  }
}

/** Whether links that ask the hub make sense now. */
export function mayAskHub(): boolean {
  return readSettings().hubLookup !== 'off';
}

function readSettings(): Settings {
  const configuration = workspace.getConfiguration(section);
  const read = <T>({ key, read: parse }: SettingReader<T>): T => parse(configuration.get(key));
  return {
    enable: read(settingsTable.enable),
    scanOnOpen: read(settingsTable.scanOnOpen),
    exclude: read(settingsTable.exclude),
    codeLens: read(settingsTable.codeLens),
    inlayHints: read(settingsTable.inlayHints),
    hubLookup: read(settingsTable.hubLookup),
    levels: read(settingsTable.levels),
  };
}

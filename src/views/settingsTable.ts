import { type RuleId, severities } from '../rules/finding';
import type { RuleLevel } from '../rules/policy/policy';

/** When the hub may be asked. */
export const hubLookupSettings = ['manual', 'automatic', 'off'] as const;

export type HubLookupSetting = (typeof hubLookupSettings)[number];

/** The user's settings at one moment. */
export interface Settings {
  readonly enable: boolean;
  /** Scan a folder when it is opened. */
  readonly scanOnOpen: boolean;
  /** Globs of files that are left out. */
  readonly exclude: readonly string[];
  /** A line above each model with its licence. */
  readonly codeLens: boolean;
  /** The licence behind each id. */
  readonly inlayHints: boolean;
  /** Whether models are looked up at the hub: on demand, by itself, never. */
  readonly hubLookup: HubLookupSetting;
  /** Rules whose level the user changed. */
  readonly levels: Readonly<Partial<Record<RuleId, RuleLevel>>>;
}

/** The section of all settings. */
export const section = 'ptmLens';

export type SettingReader<T> = { readonly key: string; readonly fallback: T; read(value: unknown): T };

function setting<T>(key: string, fallback: T, accepts: (value: unknown) => value is T): SettingReader<T> {
  return { key, fallback, read: (value) => (accepts(value) ? value : fallback) };
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isHubLookup = (value: unknown): value is HubLookupSetting =>
  (hubLookupSettings as readonly unknown[]).includes(value);

/** Every setting: where it is kept, its default, and how a value is read that may be anything. */
export const settingsTable: { readonly [K in keyof Settings]: SettingReader<Settings[K]> } = {
  enable: setting('enable', true, isBoolean),
  scanOnOpen: setting('scan.onOpen', true, isBoolean),
  exclude: setting<readonly string[]>('scan.exclude', [], isStrings),
  codeLens: setting('codeLens', false, isBoolean),
  inlayHints: setting('inlayHints', false, isBoolean),
  hubLookup: setting<HubLookupSetting>('hub.lookup', 'manual', isHubLookup),
  levels: { key: 'severity', fallback: {}, read: readLevels },
};

const levels: readonly string[] = [...severities, 'off'];

/** Words that are no level (`default` among them) leave the rule as it is. */
function readLevels(value: unknown): Settings['levels'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, level]) => levels.includes(String(level))));
}

/**
 * The catalogue's tables. Compact: every text that repeats is a number into `text`, every list of texts is one blob of
 * such numbers, a model's rowid is the hash of its id (so there is no index beside the table).
 */

/** Grows when a reader of the old shape could not read the new one. */
export const schemaVersion = 4;

/** `model.peatmoss` where PeaTMOSS has the very id of today; any other is a number into `text`. */
export const sameId = 0;

export const createTables = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE text (number INTEGER PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE model (
    key INTEGER PRIMARY KEY,
    owner INTEGER, name TEXT NOT NULL, hub INTEGER,
    license INTEGER, license_name INTEGER, license_link INTEGER,
    downloads INTEGER, likes INTEGER, task INTEGER, library INTEGER,
    lists BLOB, parameters INTEGER, gated INTEGER, created INTEGER,
    reuse INTEGER, peatmoss INTEGER, sources INTEGER, card TEXT
  );
  CREATE TABLE alias (
    key INTEGER PRIMARY KEY, model INTEGER NOT NULL, kind INTEGER NOT NULL, written TEXT NOT NULL, scope INTEGER
  );
`;

/** The lists of a model, in the order of its `lists` blob. */
export const listFields = [
  'frameworks',
  'languages',
  'architectures',
  'baseModels',
  'datasets',
  'papers',
] as const;

/** Codes of `alias.kind` and `model.hub`: the place in the list. New ones go to the end. */
export const aliasKinds = ['moved', 'prefix', 'default-tag', 'case'] as const;
export const hubs = ['huggingface', 'pytorch', 'tensorflow', 'other'] as const;

/** Fact groups in the order of `model.sources`' text: a line each, name and date of the source with a tab between, `-` for none. */
export const factGroups = [
  'license',
  'popularity',
  'description',
  'architectures',
  'parameters',
  'reuse',
  'card',
] as const;

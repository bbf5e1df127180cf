/**
 * The views that questions are asked of: stable, while the tables beneath may change with every version. Those of `portableViews`
 * lie in the file, so that any SQLite can ask; those of `listViews` need functions of this program and are made at the first question.
 */
import { unpackLists } from '../lists';
import { aliasKinds, factGroups, hubs, listFields, sameId } from '../schema';
import type { Database, SqlValue } from '../sqlite';

const textOf = (column: string) => `(SELECT value FROM text WHERE number = ${column})`;
const idOf = (model: string) => `coalesce(${textOf(`${model}.owner`)} || '/', '') || ${model}.name`;
const nameOf = (column: string, names: readonly string[]) =>
  `CASE ${column} ${names.map((name, code) => `WHEN ${code} THEN '${name}'`).join(' ')} END`;

export const portableViews = `
  CREATE VIEW models AS SELECT
    ${idOf('model')} AS id, ${nameOf('hub', hubs)} AS hub,
    ${textOf('license')} AS license, ${textOf('license_name')} AS license_name, ${textOf('license_link')} AS license_link,
    downloads, likes, ${textOf('task')} AS task, ${textOf('library')} AS library, parameters, gated,
    date(created * 86400, 'unixepoch') AS created, reuse AS repositories,
    CASE WHEN peatmoss = ${sameId} THEN ${idOf('model')} ELSE ${textOf('peatmoss')} END AS peatmoss_id
    FROM model;
  CREATE VIEW licenses AS SELECT
    ${textOf('license')} AS license, count(*) AS models, sum(downloads) AS downloads, sum(reuse) AS repositories
    FROM model WHERE license IS NOT NULL GROUP BY model.license;
  CREATE VIEW aliases AS SELECT
    alias.written AS alias, coalesce(${textOf('alias.scope')}, '') AS library, ${nameOf('alias.kind', aliasKinds)} AS kind,
    ${idOf('model')} AS model, ${nameOf('model.hub', hubs)} AS hub
    FROM alias JOIN model ON model.key = alias.model;
  CREATE VIEW card_fields AS SELECT
    ${idOf('model')} AS model, field.key AS field, coalesce(item.value, field.value) AS value
    FROM model JOIN json_each(model.card) AS field
    LEFT JOIN json_each(CASE field.type WHEN 'array' THEN field.value ELSE '[]' END) AS item
    WHERE model.card IS NOT NULL;
  CREATE VIEW reuse AS SELECT
    ${idOf('model')} AS model, ${textOf('license')} AS license, reuse AS repositories, downloads
    FROM model WHERE reuse IS NOT NULL;
`;

const listViews = `
  CREATE TEMP VIEW model_lists AS SELECT
    ${idOf('model')} AS model, list.key AS field, ${textOf('item.value')} AS value
    FROM model, json_each(ptm_lists(model.lists)) AS list, json_each(list.value) AS item
    WHERE length(model.lists) > 0;
  CREATE TEMP VIEW model_sources AS SELECT
    ${idOf('model')} AS model, entry.value ->> 0 AS fact, entry.value ->> 1 AS source, entry.value ->> 2 AS date
    FROM model, json_each(ptm_sources(${textOf('model.sources')})) AS entry
    WHERE model.sources IS NOT NULL;
`;

/** Makes the views that need functions, then shuts the database against writing. Once a database. */
export function prepareQuestions(database: Database): void {
  database.create_function('ptm_lists', (bytes: SqlValue) =>
    bytes instanceof Uint8Array ? JSON.stringify(namedLists(bytes)) : null,
  );
  database.create_function('ptm_sources', (text: SqlValue) => JSON.stringify(namedSources(String(text))));
  database.run(`${listViews} PRAGMA query_only = ON`);
}

function namedLists(bytes: Uint8Array) {
  const lists = unpackLists(bytes, listFields.length);
  return Object.fromEntries(listFields.map((field, index) => [field, lists[index]]));
}

function namedSources(text: string) {
  return text
    .split('\n')
    .flatMap((line, index) => (line === '-' ? [] : [[factGroups[index], ...line.split('\t')]]));
}

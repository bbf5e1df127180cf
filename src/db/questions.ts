import { type Message, message } from '../shared/message';

/** A question to the catalogue that is ready to ask. */
export interface Question {
  /** Stable, for a list to remember. */
  readonly id: string;
  readonly title: Message;
  /** One statement over the views of `docs/sql.md`. */
  readonly sql: string;
}

/** The questions of the PeaTMOSS paper that the catalogue can answer, its demo question first, and what users ask beside them. */
export const questions: readonly Question[] = [
  {
    id: 'most-downloaded',
    title: message('The 100 most downloaded models, and how many repositories use each'),
    sql: `SELECT id, downloads, coalesce(repositories, 0) AS repositories
FROM models
WHERE downloads IS NOT NULL
ORDER BY downloads DESC
LIMIT 100`,
  },
  {
    id: 'most-reused',
    title: message('The models that most repositories use'),
    sql: `SELECT model, repositories, license, downloads
FROM reuse
ORDER BY repositories DESC, model
LIMIT 100`,
  },
  {
    id: 'licenses',
    title: message('Which licences models declare, and how many repositories use models under each'),
    sql: `SELECT license, models, repositories, downloads
FROM licenses
ORDER BY models DESC`,
  },
  {
    id: 'without-license',
    title: message('The most downloaded models of which no licence is known'),
    sql: `SELECT id, downloads, repositories
FROM models
WHERE license IS NULL
ORDER BY downloads DESC
LIMIT 100`,
  },
  {
    id: 'tasks',
    title: message('How many models there are for each task, and how much they are used'),
    sql: `SELECT task, count(*) AS models, sum(downloads) AS downloads, sum(repositories) AS repositories
FROM models
WHERE task IS NOT NULL
GROUP BY task
ORDER BY models DESC`,
  },
  {
    id: 'libraries',
    title: message('How many models there are for each library'),
    sql: `SELECT coalesce(library, '(none stated)') AS library, count(*) AS models, sum(downloads) AS downloads
FROM models
GROUP BY library
ORDER BY models DESC`,
  },
  {
    id: 'base-models',
    title: message('The models that most others are made from'),
    sql: `SELECT value AS base_model, count(*) AS derived
FROM model_lists
WHERE field = 'baseModels'
GROUP BY value
ORDER BY derived DESC
LIMIT 100`,
  },
  {
    id: 'datasets',
    title: message('The datasets that most models name'),
    sql: `SELECT value AS dataset, count(*) AS models
FROM model_lists
WHERE field = 'datasets'
GROUP BY value
ORDER BY models DESC
LIMIT 100`,
  },
  {
    id: 'created',
    title: message('How many models were published in each month'),
    sql: `SELECT substr(created, 1, 7) AS month, count(*) AS models
FROM models
WHERE created IS NOT NULL
GROUP BY month
ORDER BY month`,
  },
  {
    id: 'documentation',
    title: message('Which model-card fields are filled, and for how many models'),
    sql: `SELECT field, count(DISTINCT model) AS models
FROM card_fields
GROUP BY field
ORDER BY models DESC`,
  },
  {
    id: 'completeness',
    title: message('How many of the model cards that were read give what people need to know'),
    sql: `WITH needs (need, field) AS (VALUES
  ('license', 'license'), ('datasets', 'datasets'), ('metrics', 'evaluation'),
  ('limitations', 'limitationAndBias'), ('base model', 'baseModel'), ('base model', 'upstreamModel'),
  ('carbon', 'carbonEmitted'), ('hyper-parameters', 'hyperParameters'), ('hardware', 'hardware'),
  ('parameters', 'parameterCount'), ('paper', 'paper'), ('repository', 'githubRepo'), ('repository', 'github'))
SELECT need, count(DISTINCT model) AS models,
  round(100.0 * count(DISTINCT model) / (SELECT count(DISTINCT model) FROM card_fields), 1) AS percent
FROM needs LEFT JOIN card_fields USING (field)
GROUP BY need
ORDER BY models DESC, need`,
  },
  {
    id: 'facts',
    title: message('Where the facts come from, and as of when'),
    sql: `SELECT fact, source, date, count(*) AS models
FROM model_sources
GROUP BY fact, source, date
ORDER BY fact, models DESC`,
  },
  {
    id: 'moved',
    title: message('Old ids, and the models that they lead to now'),
    sql: `SELECT alias, model
FROM aliases
WHERE kind = 'moved'
ORDER BY alias`,
  },
];

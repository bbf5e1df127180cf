/**
 * A made-up PeaTMOSS.db of the real schema (shared/peatmoss/SCHEMA.md), commits, issues and pull requests included, by SQL alone with a
 * fixed seed: `tsx bench/synthetic/peatmoss.ts FILE [MODELS] [BYTES]`. 281,638 models and 2 GB unless said otherwise, which takes a minute;
 * with 0 bytes the metadata alone.
 */
import { rmSync, statSync } from 'node:fs';
import { Database } from 'node-sqlite3-wasm';

/** A number from 0 to `below`, from the column `n` and a salt: the same in every run. */
const pick = (salt: number, below: number | string) =>
  `(abs((n * 2654435761 + ${salt} * 40503) % 1000003 * 7919 % 1000003) % ${below})`;

/** Dimension tables and how many names each has. */
const named = {
  architecture: 300,
  author: 60_000,
  dataset: 20_000,
  framework: 12,
  library: 40,
  license: 60,
  paper: 8_000,
  tag: 40_000,
};

/** Link tables: how many rows a model has at most, and the share of models (in percent) that have any. */
const links: Readonly<Record<keyof typeof named | 'language', readonly [most: number, percent: number]>> = {
  architecture: [1, 60],
  author: [1, 100],
  dataset: [2, 20],
  framework: [2, 80],
  language: [2, 20],
  library: [2, 70],
  license: [1, 35],
  paper: [1, 15],
  tag: [9, 100],
};

const numbers = (count: number | string) =>
  `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${count})`;

function schema(): string {
  const simple = Object.keys(named).map(
    (name) => `CREATE TABLE ${name} (id INTEGER PRIMARY KEY, name VARCHAR);`,
  );
  // As SQLAlchemy makes link tables: two foreign keys, no key of their own.
  const linking = Object.keys(links).map(
    (name) =>
      `CREATE TABLE model_to_${name} (model_id INTEGER, ${name}_id INTEGER, FOREIGN KEY(model_id) REFERENCES model (id), FOREIGN KEY(${name}_id) REFERENCES ${name} (id));`,
  );
  return `
    CREATE TABLE model_hub (id INTEGER PRIMARY KEY, url VARCHAR, name VARCHAR);
    CREATE TABLE model (id INTEGER PRIMARY KEY, context_id VARCHAR UNIQUE, model_hub_id INTEGER, sha VARCHAR, repo_url VARCHAR,
      downloads INTEGER, likes INTEGER, has_snapshot BOOLEAN, ptm_issues_id INTEGER, ptm_pull_requests_id INTEGER);
    CREATE TABLE language (id INTEGER PRIMARY KEY, name VARCHAR, abbreviation VARCHAR);
    ${simple.join('\n')} ${linking.join('\n')}
    CREATE TABLE reuse_repository (id INTEGER PRIMARY KEY, owner VARCHAR, name VARCHAR, url VARCHAR);
    CREATE TABLE model_to_reuse_repository (model_id INTEGER, reuse_repository_id INTEGER);
    CREATE TABLE reuse_file (id INTEGER PRIMARY KEY, path VARCHAR, model_id INTEGER, reuse_repository_id INTEGER);
    CREATE TABLE hf_commit (id INTEGER PRIMARY KEY, commit_id VARCHAR, created_at VARCHAR, title VARCHAR, message VARCHAR, model_id INTEGER);
    CREATE TABLE github_issue (id INTEGER PRIMARY KEY, author_id INTEGER, body VARCHAR, closed BOOLEAN, closed_at VARCHAR, created_at VARCHAR,
      comment_id INTEGER, milestone_id INTEGER, number INTEGER, project_cards VARCHAR, state VARCHAR, title VARCHAR, updated_at VARCHAR, url VARCHAR);
    CREATE TABLE github_pull_request (id INTEGER PRIMARY KEY, additions INTEGER, author_id INTEGER, base_ref_name VARCHAR, body VARCHAR,
      changed_files INTEGER, closed BOOLEAN, closed_at VARCHAR, created_at VARCHAR, deletions INTEGER, state VARCHAR, title VARCHAR,
      updated_at VARCHAR, url VARCHAR);
    CREATE TABLE discussion (id INTEGER PRIMARY KEY, title VARCHAR, status VARCHAR, num INTEGER, repo_id VARCHAR, created_at VARCHAR, diff VARCHAR,
      model_id INTEGER);`;
}

const tasks = [
  'text-classification',
  'fill-mask',
  'text-generation',
  'image-classification',
  'translation',
  'automatic-speech-recognition',
];
const hubLicenses = [
  'apache-2.0',
  'mit',
  'openrail',
  'cc-by-nc-4.0',
  'creativeml-openrail-m',
  'other',
  'gpl-3.0',
  'cc-by-4.0',
];
const languages = ['en', 'fr', 'de', 'es', 'zh', 'ja', 'ru', 'ar'];

/** The metadata: models, names, links, reuse. */
function metadata(models: number): string {
  const dimensions = Object.entries(named).map(([name, count]) => {
    const value =
      name === 'license'
        ? `CASE n ${caseOf(hubLicenses)} ELSE 'license-' || n END`
        : name === 'tag'
          ? `CASE n ${caseOf(tasks)} ELSE 'tag-' || n END`
          : `'${name}-' || n`;
    return `INSERT INTO ${name} ${numbers(count)} SELECT n, ${value} FROM c;`;
  });
  const linking = Object.entries(links).map(([name, [most, percent]]) => {
    const known = name === 'language' ? languages.length : named[name as keyof typeof named];
    const rows = Array.from({ length: most }, (_, row) => `(${row})`).join();
    // Most links go to few names, as on the hub.
    const target = `CASE WHEN (n * 31 + row * 17) % 4 > 0 THEN (n * 13 + row * 7) % ${Math.min(known, 8)} ELSE (n * 7919 + row * 104729) % ${known} END`;
    return `INSERT INTO model_to_${name} ${numbers(models)}, r(row) AS (VALUES ${rows})
      SELECT DISTINCT n, 1 + ${target} FROM c, r WHERE (n * 37 + row * 53) % 100 < ${percent};`;
  });
  return `
    INSERT INTO model_hub VALUES (1, 'https://huggingface.co', 'Hugging Face'), (2, 'https://pytorch.org/hub', 'PyTorch Hub');
    ${dimensions.join('\n')}
    INSERT INTO language ${numbers(languages.length)} SELECT n, 'language ' || n, CASE n ${caseOf(languages)} END FROM c;
    INSERT INTO model ${numbers(models)} SELECT n, CASE WHEN n > ${models - 362} THEN 'pytorch-entry-' || n ELSE 'author-' || ${pick(5, 60_000)} || '/model-' || hex(n * 2654435761 % 4294967296) || '-' || n END,
      CASE WHEN n > ${models - 362} THEN 2 ELSE 1 END, hex(n * 48271 % 2147483647) || hex(n * 69621 % 2147483647), 'https://huggingface.co/model-' || n,
      1000000 / (1 + ${pick(7, 50_000)}), ${pick(9, 40)}, n % 5 = 0, NULL, NULL FROM c;
    ${linking.join('\n')}
    INSERT INTO reuse_repository ${numbers(28_575)} SELECT n, 'owner-' || n, 'repository-' || n, 'https://github.com/owner-' || n FROM c;
    INSERT INTO model_to_reuse_repository ${numbers(44_337)} SELECT 1 + ${pick(23, 2530)} * 100, 1 + n % 28575 FROM c;
    INSERT INTO reuse_file ${numbers(60_000)} SELECT n, 'src/file_' || n || '.py', 1 + ${pick(23, 2530)} * 100, 1 + n % 28575 FROM c;`;
}

function caseOf(values: readonly string[]): string {
  return values.map((value, at) => `WHEN ${at + 1} THEN '${value}'`).join(' ');
}

/** Texts that nobody reads: what makes the real file large. One step adds about 200 MB. */
function history(step: number, models: number): string {
  const text = (salt: number, length: number) =>
    `substr(replace(hex(zeroblob(${length / 2})), '00', 'a' || ((n * ${salt}) % 997) || ' '), 1, ${length})`;
  return `
    INSERT INTO hf_commit ${numbers(180_000)} SELECT NULL, hex(n * 48271 % 2147483647), '2023-08-01', 'Upload ' || n, ${text(31, 300)}, 1 + (n * 7 + ${step}) % ${models} FROM c;
    INSERT INTO github_issue ${numbers(40_000)} SELECT NULL, n, ${text(37, 1500)}, 1, '2023-08-01', '2023-07-01', n, NULL, n, NULL, 'CLOSED', 'Issue ' || n, '2023-08-01', 'https://github.com/issues/' || n FROM c;
    INSERT INTO github_pull_request ${numbers(25_000)} SELECT NULL, n, n, 'main', ${text(41, 1500)}, 3, 1, '2023-08-01', '2023-07-01', n, 'MERGED', 'Change ' || n, '2023-08-01', 'https://github.com/pull/' || n FROM c;
    INSERT INTO discussion ${numbers(10_000)} SELECT NULL, 'Discussion ' || n, 'open', n, 'author/model', '2023-08-01', ${text(43, 1000)}, 1 + n % ${models} FROM c;`;
}

/** Writes the file. */
export function makePeatmoss(file: string, models = 281_638, bytes = 2 ** 31): void {
  rmSync(file, { force: true });
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE');
  // History lies before the metadata and behind it, as in a file that grew.
  database.exec(`${schema()} BEGIN; ${bytes > 0 ? history(0, models) : ''} ${metadata(models)} COMMIT`);
  for (let step = 1; statSync(file).size < bytes; step++)
    database.exec(`BEGIN; ${history(step, models)} COMMIT`);
  database.close();
}

if (require.main === module) {
  const [file, models, bytes] = process.argv.slice(2);
  if (!file) throw new Error('usage: tsx bench/synthetic/peatmoss.ts FILE [MODELS] [BYTES]');
  makePeatmoss(file, models ? Number(models) : undefined, bytes ? Number(bytes) : undefined);
}

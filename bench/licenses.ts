/**
 * `npm run bench:licenses -- [--peers DIR] [--packages 1000]`
 *
 * Judgements a second over every pair of the Linux Foundation table and of today's model licences, for each relation; long expressions of
 * growing length (is it linear?); and the time to detect the licences of a workspace of many packages, whose texts are the LICENSE
 * files of the packages installed here. With `--peers` (a folder whose node_modules holds `spdx-satisfies` and
 * `license-checker-rseidelsohn`) both run on the same pairs and packages, in the same run. One JSON line.
 */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { detectProjectLicenses } from '../src/licenses/detect';
import { tableLicenses } from '../src/licenses/compatibility';
import { judge } from '../src/licenses/judge';
import type { JudgementQuestion, LicenseName, Relation } from '../src/licenses/judgement';
import { parseLicense } from '../src/licenses/names/parse';
import { allTerms } from '../src/licenses/terms';
import { NodeFiles } from '../src/platform/node/files';
import { composePackages } from './licensePackages';

const { values: options } = parseArgs({
  options: { peers: { type: 'string' }, packages: { type: 'string', default: '1000' } },
});

const relations: readonly Relation[] = ['referenced', 'bundled', 'derived', 'served'];
const rounds = 5;

/** Milliseconds of the best of several rounds: the machine is shared. */
async function best(work: () => unknown): Promise<number> {
  let fastest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

function questions(): JudgementQuestion[] {
  const { projects } = tableLicenses();
  const models = [...allTerms().map(({ id }) => id), 'MIT OR GPL-3.0-only', 'Apache-2.0 AND CC-BY-NC-4.0'];
  const named: readonly LicenseName[] = models.map((id) => parseLicense(id));
  return projects
    .map((id) => parseLicense(id))
    .flatMap((project) =>
      named.flatMap((model) => relations.map((relation) => ({ model, project, relation, use: null }))),
    );
}

/** Both sides are SPDX ids: pairs that a library for SPDX expressions can be asked as well. */
function spdxPairs(): (readonly [string, string])[] {
  const { projects, models } = tableLicenses();
  const known = new Set<string>([...projects, ...models].filter((id) => parseLicense(id).kind === 'license'));
  const spdx = [...known].filter((id) => !id.includes('link-exception'));
  return spdx.flatMap((model) => spdx.map((project) => [model, project] as const));
}

async function judgements(peers: NodeJS.Require | null) {
  const asked = questions();
  const ms = await best(() => {
    for (const question of asked) judge(question);
  });
  const pairs = spdxPairs();
  const named = pairs.map(([model, project]) => ({
    model: parseLicense(model),
    project: parseLicense(project),
  }));
  const ours = await best(() => {
    for (const pair of named) judge({ ...pair, relation: 'bundled', use: null });
  });
  const satisfies = peers?.('spdx-satisfies') as
    ((expression: string, allowed: string[]) => boolean) | undefined;
  const theirs = satisfies
    ? await best(() => {
        for (const [model, project] of pairs) satisfies(model, [project]);
      })
    : null;
  return {
    judged: asked.length,
    perSecond: Math.round((asked.length / ms) * 1000),
    samePairs: pairs.length,
    perSecondOnSamePairs: Math.round((pairs.length / ours) * 1000),
    spdxSatisfiesPerSecond: theirs && Math.round((pairs.length / theirs) * 1000),
    timesSpdxSatisfies: theirs && Number((theirs / ours).toFixed(1)),
  };
}

/** Milliseconds to name and judge a choice of so many licences, and that time for each term. */
async function expressions() {
  const ids = ['MIT', 'Apache-2.0', 'GPL-3.0-only', 'CC-BY-NC-4.0', 'BSD-3-Clause'];
  const rows: { terms: number; ms: number; microsecondsPerTerm: number; kind: string }[] = [];
  for (const terms of [250, 500, 1000, 10_000]) {
    const text = Array.from({ length: terms }, (_, index) => ids[index % ids.length]).join(' AND ');
    const ask = () =>
      judge({ model: parseLicense(text), project: parseLicense('MIT'), relation: 'bundled', use: null });
    const ms = await best(ask);
    rows.push({
      terms,
      ms: Number(ms.toFixed(2)),
      microsecondsPerTerm: Number(((ms / terms) * 1000).toFixed(2)),
      kind: ask().kind,
    });
  }
  return rows;
}

async function detection(peers: NodeJS.Require | null) {
  const root = mkdtempSync(join(tmpdir(), 'ptm-lens-licenses-'));
  try {
    const count = Number(options.packages);
    composePackages(root, count);
    const files = new NodeFiles(join(root, 'workspace'));
    const { files: paths } = await files.list({ cancelled: false });
    let found = 0;
    const ms = await best(async () => {
      const projects = await detectProjectLicenses(new NodeFiles(join(root, 'workspace')), paths);
      found = projects.filter(({ license }) => license !== null).length;
    });
    const checker = peers?.('license-checker-rseidelsohn') as Checker | undefined;
    const theirs = checker ? await best(() => check(checker, join(root, 'installed'))) : null;
    return {
      packages: count,
      named: found,
      ms: Math.round(ms),
      licenseCheckerMs: theirs && Math.round(theirs),
      timesLicenseChecker: theirs && Number((theirs / ms).toFixed(1)),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface Checker {
  init(options: { start: string }, done: (error: Error | null, found: object) => void): void;
}

function check(checker: Checker, start: string): Promise<number> {
  return new Promise((resolve, reject) => {
    checker.init({ start }, (error, found) => {
      if (error) reject(error);
      else resolve(Object.keys(found).length);
    });
  });
}

async function main(): Promise<void> {
  const { peers } = options;
  const load = peers === undefined ? null : createRequire(join(peers, 'package.json'));
  const report = {
    judgements: await judgements(load),
    expressions: await expressions(),
    detection: await detection(load),
  };
  console.log(JSON.stringify(report));
}

void main();

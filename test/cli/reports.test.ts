/** Reports of the example workspace as other programs read them, and that the same workspace gives the same bytes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { launchChromium } from '../../scripts/host/chromium';
import { accessibility } from '../ui/driver/webview';
import { testFolder } from './folder';
import { example, repository, run, runAt } from './run';

const formats = ['table', 'json', 'ndjson', 'sarif', 'cyclonedx', 'spdx', 'csv', 'markdown', 'html'];

/** Microsoft's validator, of the package of this platform. */
function sarifMultitool(...args: string[]) {
  const require = createRequire(__filename);
  const platform = `@microsoft/sarif-multitool-${process.platform}/package.json`;
  const tool = require.resolve(platform, { paths: [require.resolve('@microsoft/sarif-multitool')] });
  // .NET asks for language data that machines without a desktop lack.
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  return spawnSync(join(dirname(tool), 'Sarif.Multitool'), args, { encoding: 'utf8', env });
}

describe('reports', () => {
  const { inside } = testFolder();

  for (const format of formats)
    it(`${format} is the same bytes again: another run, another folder, one thread, no cache`, () => {
      const first = run('scan', example, '--format', format);
      assert.equal(first.status, 0, first.stderr);
      assert.ok(first.stdout.length > 100);
      assert.equal(run('scan', example, '--format', format).stdout, first.stdout);
      const elsewhere = ['scan', '.', '--format', format, '--jobs', '1', '--no-cache'];
      assert.equal(
        runAt({ cwd: example }, ...elsewhere).stdout.replace(/^\.\s/, `${example}\n`),
        first.stdout,
      );
    });

  it('are written several at once, the format by the ending', () => {
    const files = ['a.sarif', 'a.cdx.json', 'a.spdx3.json', 'a.csv', 'a.md', 'a.html'].map((name) =>
      inside(name),
    );
    const { status, stderr } = run('scan', example, ...files.flatMap((file) => ['--output', file]));
    assert.equal(status, 0, stderr);
    const [sarif, bom, spdx, csv, markdown, html] = files.map((file) => readFileSync(file, 'utf8'));
    assert.match(sarif ?? '', /"version": "2\.1\.0"/);
    assert.match(bom ?? '', /"bomFormat": "CycloneDX"/);
    assert.match(spdx ?? '', /spdx-context\.jsonld/);
    assert.match(csv ?? '', /^file,/);
    assert.match(markdown ?? '', /^# /);
    assert.match(html ?? '', /^<!doctype html>/);
  });

  it('SARIF passes the validator of its makers without an error or a warning', function () {
    this.timeout(120_000);
    const [report, log] = [inside('a.sarif'), inside('log.sarif')];
    run('scan', example, '--output', report);
    const { status, stdout } = sarifMultitool('validate', report, '--output', log);
    assert.equal(status, 0, stdout);
    const results = (JSON.parse(readFileSync(log, 'utf8')) as Log).runs[0]?.results ?? [];
    assert.deepEqual(
      results.filter(({ level }) => level !== 'note').map(({ ruleId, message }) => [ruleId, message.text]),
      [],
    );
  });

  it('HTML is read by a browser without a fault that axe-core finds, and without a request', async function () {
    this.timeout(120_000);
    const file = inside('a.html');
    run('scan', example, '--output', file);
    const browser = await launchChromium();
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        // The page forbids scripts; the one that looks at it is let in past its policy.
        const page = await browser.newPage({ colorScheme, bypassCSP: true });
        const requests: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        const { violations, passes } = await accessibility(page.mainFrame());
        assert.deepEqual(violations, []);
        assert.ok(passes > 10);
        assert.deepEqual(requests, [pathToFileURL(file).href]);
        await page.screenshot({ path: join(repository, `out/report-${colorScheme}.png`), fullPage: true });
      }
    } finally {
      await browser.close();
    }
  });
});

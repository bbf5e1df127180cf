/** What a scan remembers must not be seen in what it says. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { testFolder } from './folder';
import { run } from './run';

/** Fewer files are analysed anew. */
const files = 20;

describe('a scan that remembers', () => {
  const { inside } = testFolder();

  const report = (format: string, ...more: string[]) => {
    const { status, stdout, stderr } = run('scan', inside('.'), '--format', format, ...more);
    assert.deepEqual([status, stderr], [0, '']);
    return stdout;
  };

  const load = (id: string) => `from transformers import AutoModel\nAutoModel.from_pretrained(${id})\n`;

  async function agree(what: string): Promise<void> {
    // What has just changed is not remembered.
    await delay(2100);
    for (const format of ['json', 'sarif', 'cyclonedx']) {
      const plain = report(format, '--no-cache');
      for (const time of ['once', 'twice'])
        assert.equal(report(format), plain, `${format}, ${what}, ${time}`);
    }
  }

  it('says what one says that does not', async () => {
    for (let number = 0; number < files; number++)
      inside(
        `code/${String(number)}.py`,
        load(number % 2 ? "'bert-base-uncased'" : "'no-such-owner/no-such'"),
      );
    inside('code/uses.py', `from names import NAME\n${load('NAME')}`);
    await agree('nothing before');
    inside('code/names.py', "NAME = 'gpt2'\n");
    await agree('a module came that was asked for');
    inside('code/names.py', "NAME = 'distilgpt2'\n");
    await agree('it says something else, of which the catalogue was not asked before');
    rmSync(inside('code/names.py'));
    rmSync(inside('code/1.py'));
    await agree('it went, and a file that was scanned');
  }).timeout(240_000);
});

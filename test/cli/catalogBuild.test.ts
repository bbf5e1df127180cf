/** `ptm-lens catalog build` where the disk takes no more: a sentence that names the file, and the old catalogue as it was. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { testFolder } from './folder';
import { run, shell } from './run';

const models = 30_000;

describe('building a catalogue on a disk that takes no more', () => {
  const folder = testFolder();
  const { inside } = folder;

  function listing(name: string, count: number): string {
    const lines = Array.from(
      { length: count },
      (_, at) => `{"id":"owner-${at % 9000}/model-${at}","downloads":${at},"tags":["dataset:set-${at}"]}`,
    );
    return inside(name, lines.join('\n'));
  }

  /** Builds where there is a small catalogue already: what it says, or null where it succeeds. */
  function refusal(place: string, limit: string): string | null {
    const output = `${place}/made.sqlite`;
    const from = `listing:${listing('many_2024-07-11.jsonl', models)}`;
    assert.equal(
      run('catalog', 'build', '--from', `listing:${listing('few.jsonl', 3)}`, '--output', output).status,
      0,
    );
    const before = readFileSync(output);
    const { status, stderr } = shell(
      `${limit} $PTM catalog build --from ${from} --output ${output}`,
      folder.path,
    );
    if (status === 0) return null;
    assert.equal(status, 2, stderr);
    assert.ok(readFileSync(output).equals(before));
    assert.deepEqual(readdirSync(place).sort(), ['made-search.bin', 'made.sqlite']);
    assert.ok(stderr.includes(`${output} cannot be written: `), stderr);
    assert.equal(stderr.trim().split('\n').length, 1, stderr);
    return stderr;
  }

  // The first stops the catalogue that is begun, the second what is written last.
  for (const kilobytes of [16, 2200])
    it(`where a file may have ${kilobytes} kB`, () => {
      mkdirSync(inside('out'));
      assert.match(refusal(inside('out'), `ulimit -f ${kilobytes};`) ?? '', /it would be too large/);
    });

  it('that is full', () => {
    const disk = inside('disk');
    mkdirSync(disk);
    for (const megabytes of [1, 4]) {
      const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
      // Where nobody may mount a disk, the limits above have to do.
      if (status !== 0) return;
      try {
        assert.match(refusal(disk, '') ?? 'built', /the disk is full/, `${megabytes} MB`);
      } finally {
        spawnSync('umount', [disk]);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileFacts } from '../../../src/analyzer/usage';
import { Descriptions } from '../../../src/inventory/descriptions';
import type { DescriptionContext } from '../../../src/inventory/describe';
import type { FileEntry } from '../../../src/inventory/types';
import { defaultPolicy } from '../../../src/rules/policy/policy';
import { place, usage, written } from '../present/samples';

/** A file that names so many models. */
function facts(file: string, count: number): FileFacts {
  const usages = Array.from({ length: count }, (_, line) => {
    const at = place(line, 0, 20, file);
    return usage({ place: at, written: [written(`owner/model-${line}`, at)] });
  });
  return { file, usages, suppressions: [], problems: [], asked: [] };
}

/** A catalogue that knows nothing, and takes as many ms for that as it is told. */
function context(slowness: number): DescriptionContext {
  const lookup = ({ written: text }: { written: string }) => {
    const end = Date.now() + slowness;
    while (Date.now() < end);
    return { answer: 'not-in-catalog', written: text, asOf: '' } as const;
  };
  return {
    catalogue: { lookup, near: () => null },
    projects: [],
    localCard: () => null,
    policy: defaultPolicy,
    today: '2026-11-21',
  };
}

interface Described {
  readonly log: { file: string; entry: FileEntry | undefined }[];
  readonly descriptions: Descriptions;
}

function describer(slowness: number, breathe?: () => Promise<void>): Described {
  const log: Described['log'] = [];
  const done = ({ file }: FileFacts, entry: FileEntry | undefined) => log.push({ file, entry });
  return { log, descriptions: new Descriptions(() => context(slowness), done, breathe) };
}

const filesOf = ({ log }: Described) => log.map(({ file, entry }) => `${file} ${entry?.usages.length}`);

describe('descriptions of files', () => {
  it('are made at once where nothing else is to be done', () => {
    const described = describer(0);
    described.descriptions.later(facts('a.py', 2));
    described.descriptions.later(facts('b.py', 1));
    assert.deepEqual(filesOf(described), ['a.py 2', 'b.py 1']);
  });

  it('let others go first in the middle of a file', async () => {
    let breaths = 0;
    const described = describer(5, async () => {
      breaths++;
      await nextTurn();
    });
    described.descriptions.later(facts('a.py', 12));
    await described.descriptions.settled();
    assert.deepEqual(filesOf(described), ['a.py 12']);
    assert.ok(breaths >= 5, `only ${breaths} breaths in 60 ms`);
  });

  it('come in turn, the one that is asked for now before those that wait', async () => {
    const described = describer(5, () => nextTurn());
    for (const name of ['a.py', 'b.py', 'c.py']) described.descriptions.later(facts(name, 6));
    await described.descriptions.now(facts('now.py', 1));
    await described.descriptions.settled();
    assert.deepEqual(filesOf(described), ['now.py 1', 'a.py 6', 'b.py 6', 'c.py 6']);
  });

  it('are not made of facts that were overtaken, begun or not', async () => {
    const described = describer(5, () => nextTurn());
    described.descriptions.later(facts('a.py', 8));
    described.descriptions.later(facts('b.py', 8));
    described.descriptions.later(facts('b.py', 1));
    await described.descriptions.now(facts('a.py', 2));
    await described.descriptions.settled();
    assert.deepEqual(filesOf(described), ['a.py 2', 'b.py 1']);
  });

  it('say when one cannot be made, and go on with what is asked for next', async () => {
    let isBroken = true;
    const log: string[] = [];
    const read = () => {
      if (isBroken) throw new Error('no catalogue');
      return context(0);
    };
    const descriptions = new Descriptions(read, ({ file }) => log.push(file), undefined);
    descriptions.later(facts('a.py', 1));
    await assert.rejects(descriptions.settled(), /no catalogue/);
    isBroken = false;
    descriptions.later(facts('b.py', 1));
    await descriptions.settled();
    assert.deepEqual(log, ['b.py']);
  });
});

import assert from 'node:assert/strict';
import { flowPage } from '../../../../src/present/flow/flow';
import { layoutFlow } from '../../../../src/present/flow/layout';
import type { UsageEntry } from '../../../../src/inventory/types';
import { entry, found, inventory, judgement, place, reader, record, usage, used } from '../samples';

const mit = { path: '', license: { kind: 'license', id: 'MIT' } as const, evidence: [], conflict: null };

function model(id: string, license: string, kind: 'compatible' | 'restricted' = 'compatible') {
  const lookup = found(record({ id, license: { id: license, name: null, link: null } }));
  return used({ lookup, id, judgement: judgement({ kind }) });
}

function at(line: number, ...models: ReturnType<typeof used>[]): UsageEntry {
  return entry(models, usage({ place: place(line, 0, 9) }));
}

describe('the licence flow', () => {
  it('counts a model once in each project, however often it is used', () => {
    const usages = [at(1, model('a/x', 'mit')), at(2, model('a/x', 'mit')), at(3, model('a/y', 'mit'))];
    const { links, nodes, lead } = flowPage([inventory(usages, { projects: [mit] })], reader);
    assert.deepEqual(
      links.map(({ status, models, usages: times, label }) => ({ status, models, times, label })),
      [
        {
          status: 'compatible',
          models: 2,
          times: 3,
          label: 'MIT → MIT: fits, 2 models in 3 usages',
        },
      ],
    );
    assert.deepEqual(
      nodes.map(({ side, label, models }) => [side, label, models]),
      [
        ['model', 'MIT', 2],
        ['project', 'MIT', 2],
      ],
    );
    assert.equal(lead, '2 models in 3 usages.');
  });

  it('keeps what is judged differently apart, the worst first', () => {
    const usages = [at(1, model('a/x', 'openrail')), at(2, model('a/y', 'openrail', 'restricted'))];
    const { links, legend, table } = flowPage([inventory(usages)], reader);
    assert.deepEqual(
      links.map(({ status }) => status),
      ['restricted', 'compatible'],
    );
    assert.deepEqual(
      legend.map(({ status }) => status),
      ['restricted', 'compatible'],
    );
    assert.equal(table.rows.length, 2);
  });

  it('has a place for models without a licence, and for projects without one', () => {
    const bare = used({
      lookup: { answer: 'not-in-catalog', written: 'me/mine', asOf: '' },
      id: 'me/mine',
      judgement: null,
    });
    const { nodes } = flowPage([inventory([at(1, bare)])], reader);
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['not in the catalogue', 'no licence declared'],
    );
  });

  it('leaves out local models and unresolved usages, and says so', () => {
    const local = used({ lookup: { answer: 'local', path: './m' }, id: './m', judgement: null });
    const usages = [at(1, local), at(2), at(3, model('a/x', 'mit'))];
    const { lead, links } = flowPage([inventory(usages, { projects: [mit] })], reader);
    assert.equal(links.length, 1);
    assert.equal(lead, '1 model in 1 usage. Left out: 1 local, 1 unresolved.');
  });

  it('counts a usage that may load several models once', () => {
    const usages = [at(1, model('a/x', 'mit'), model('a/y', 'apache-2.0'))];
    assert.equal(flowPage([inventory(usages)], reader).lead, '2 models in 1 usage.');
  });

  it('puts the rarest of many licences together, and loses no usage', () => {
    const usages = Array.from({ length: 300 }, (_, index) =>
      at(index, model(`a/${index}`, `own-license-${index % 60}`)),
    );
    const { nodes, links } = flowPage([inventory(usages, { projects: [mit] })], reader);
    assert.ok(nodes.filter(({ side }) => side === 'model').length <= 20);
    assert.ok(nodes.some(({ label }) => /other licences/.test(label)));
    assert.equal(
      links.reduce((sum, link) => sum + link.usages, 0),
      300,
    );
  });
});

describe('the picture of the licence flow', () => {
  const usages = [at(1, model('a/x', 'mit')), at(2, model('a/y', 'mit')), at(3, model('a/z', 'apache-2.0'))];
  const flow = flowPage([inventory(usages, { projects: [mit] })], reader);

  it('keeps everything inside, and gives each flow a width after its models', () => {
    const { nodes, links, width, height } = layoutFlow(flow, 800);
    assert.equal(width, 800);
    for (const node of nodes) {
      assert.ok(node.x >= 0 && node.x + node.width <= 800);
      assert.ok(node.y >= 0 && node.y + node.height <= height);
    }
    const wide = links.find(({ link }) => link.models === 2)?.width ?? 0;
    const narrow = links.find(({ link }) => link.models === 1)?.width ?? 0;
    assert.ok(Math.abs(wide / narrow - 2) < 0.01, `${wide} / ${narrow}`);
  });

  it('is empty where there is nothing', () => {
    const { nodes, links } = layoutFlow(flowPage([], reader), 800);
    assert.deepEqual([nodes, links], [[], []]);
  });
});

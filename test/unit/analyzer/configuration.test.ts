import assert from 'node:assert/strict';
import type { ConfigNode } from '../../../src/analyzer/configuration/node';
import { readConfig } from '../../../src/analyzer/configuration/read';
import { SourceText } from '../../../src/analyzer/text';

/** The file as plain data, each text with the characters that stand at its place. */
function read(path: string, text: string): { data: unknown[]; broken: boolean } {
  const { documents, broken } = readConfig(new SourceText(path, [{ cell: null, text }]));
  const plain = (node: ConfigNode): unknown => {
    if (node.kind === 'list') return node.items.map(plain);
    if (node.kind === 'map')
      return Object.fromEntries([...node.entries].map(([key, each]) => [key, plain(each)]));
    if (typeof node.value !== 'string') return node.value;
    const { place } = node;
    return place && text.slice(place.start, place.end) === node.value
      ? node.value
      : `elsewhere ${node.value}`;
  };
  return { data: documents.map(plain), broken };
}

describe('configuration files', () => {
  it('tell values and places of TOML', () => {
    const text = [
      'top = "a/b" # "c/d"',
      '[model] # table',
      "name = 'e/f'",
      'lora.name = "g/h"',
      '[[models]]',
      'id = "i/j"',
      'same = "i/j"',
      '[models.extra]',
      'id = "k/l"',
      '[[models]]',
      'id = "i/j"',
      'list = [ "m/n", # one',
      '  { id = "o/p", on = true },',
      '  "q/r" ]',
      'long = """s/t"""',
      'number = 1.5',
    ].join('\n');
    assert.deepEqual(read('a.toml', text), {
      broken: false,
      data: [
        {
          top: 'a/b',
          model: { name: 'e/f', lora: { name: 'g/h' } },
          models: [
            { id: 'i/j', same: 'i/j', extra: { id: 'k/l' } },
            { id: 'i/j', list: ['m/n', { id: 'o/p', on: true }, 'q/r'], long: 's/t', number: 1.5 },
          ],
        },
      ],
    });
  });

  it('give each table of a TOML list its own places', () => {
    const text = '[[m]]\nid = "a/b"\n[[m]]\nid = "a/b"\n';
    const { documents } = readConfig(new SourceText('a.toml', [{ cell: null, text }]));
    const [root] = documents;
    const list = root?.kind === 'map' ? root.entries.get('m') : undefined;
    const starts = list?.kind === 'list' ? list.items.map((each) => startOf(each)) : [];
    assert.deepEqual(starts, [text.indexOf('a/b'), text.lastIndexOf('a/b')]);
  });

  it('merge and follow anchors in YAML', () => {
    const text = 'base: &b\n  id: a/b\n  n: 1\nuse:\n  <<: *b\n  n: 2\nagain: *b\n---\nid: "c/d"\n';
    assert.deepEqual(read('a.yml', text).data, [
      { base: { id: 'a/b', n: 1 }, use: { id: 'a/b', n: 2 }, again: { id: 'a/b', n: 1 } },
      { id: 'c/d' },
    ]);
  });

  it('read anchors within anchors once each', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const { broken } = readConfig(
      new SourceText('a.yaml', [{ cell: null, text: ['a0: &a0 x', ...lines].join('\n') }]),
    );
    assert.equal(broken, false);
  });

  it('take comments and trailing commas in JSON', () =>
    assert.deepEqual(read('a.json', '{ // x\n "id": "a/b", "on": true, "none": null, }'), {
      data: [{ id: 'a/b', on: true, none: null }],
      broken: false,
    }));

  for (const [path, text] of [
    ['a.toml', 'id = = "a/b"'],
    ['a.json', '{"id": '],
    ['a.yaml', 'a: [b\nc: : d'],
  ] as const)
    it(`say that ${path} is broken`, () => assert.equal(read(path, text).broken, true));
});

function startOf(node: ConfigNode): number | undefined {
  const id = node.kind === 'map' ? node.entries.get('id') : undefined;
  return id?.kind === 'scalar' ? id.place?.start : undefined;
}

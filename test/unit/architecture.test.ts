/** Reads every import line of src/ and holds it against ARCHITECTURE.md's rules, independently of the linter. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix, sep } from 'node:path';
import { layers } from '../../layers.mjs';

const root = join(__dirname, '../../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => file.endsWith('.ts'));

/** Everything a file imports, statically or dynamically: the text between the quotes. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const lines = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g);
  return [...lines].map((match) => match[2] ?? '');
}

const roomOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const imports = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe('the import rules', () => {
  it('are checked on real imports', () => {
    assert.ok(sources.length > 20, `only ${sources.length} source files found`);
    assert.ok(imports.length > sources.length, `only ${imports.length} imports found`);
  });

  it('let imports go down only', () => {
    const rooms: Readonly<Record<string, readonly string[]>> = layers;
    const wrong = imports.filter(({ file, target }) => {
      const from = roomOf(file);
      if (!from || !target.startsWith('.')) return false;
      const to = posix.normalize(posix.join(posix.dirname(file), target));
      if (to.startsWith('..')) return !to.endsWith('.json');
      const room = roomOf(to);
      return room !== from && !rooms[from]?.includes(room);
    });
    assert.deepEqual(wrong, []);
  });

  it('know every folder of src', () => {
    const folders = new Set(sources.map(roomOf).filter((room) => room));
    assert.deepEqual(
      [...folders].filter((room) => !(room in layers)),
      [],
    );
  });

  it('keep vscode to views, platform/vscode and the extension entries', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        target === 'vscode' && !/^(views\/|platform\/vscode\/|extension(\.web)?\.ts$)/.test(file),
    );
    assert.deepEqual(wrong, []);
  });

  it('keep Node to the command line and platform', () => {
    const isNode = (target: string) =>
      target.startsWith('node:') || target === 'node-fetch' || builtinModules.includes(target);
    const wrong = imports.filter(
      ({ file, target }) => isNode(target) && !/^(cli\.ts$|cli\/|platform\/)/.test(file),
    );
    assert.deepEqual(wrong, []);
  });
});

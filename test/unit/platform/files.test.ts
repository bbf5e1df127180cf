import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeFiles } from '../../../src/platform/node/files';
import { english } from '../../../src/shared/message';

const go = { cancelled: false };

describe('the files of a folder on disk', () => {
  let root: string;

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'ptm-lens-files-')));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(...paths: string[]): void {
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), `# ${path}\n`);
    }
  }

  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: root,
      stdio: 'pipe',
    });

  const listed = async () => (await new NodeFiles(root).list(go)).files;

  it('lists every file outside git, and reads no .gitignore there', async () => {
    write('a.py', 'sub/b.py');
    writeFileSync(join(root, '.gitignore'), 'sub/\n');
    assert.deepEqual(await listed(), ['.gitignore', 'a.py', 'sub/b.py']);
  });

  it('lists tracked and unignored files in a work tree', async () => {
    git('init', '-q');
    write('tracked.py', 'new.py', 'ignored.py', 'sub/tracked-though-ignored.py');
    writeFileSync(join(root, '.gitignore'), 'ignored.py\nsub/\n');
    git('add', '-f', 'tracked.py', 'sub/tracked-though-ignored.py', '.gitignore');
    assert.deepEqual(await listed(), ['.gitignore', 'new.py', 'sub/tracked-though-ignored.py', 'tracked.py']);
  });

  it('lists a folder that the repository around it ignores', async () => {
    git('init', '-q');
    writeFileSync(join(root, '.gitignore'), 'downloads/\n');
    write('downloads/a.py');
    assert.deepEqual((await new NodeFiles(join(root, 'downloads')).list(go)).files, ['a.py']);
  });

  it('never runs a program that the repository configures', async () => {
    git('init', '-q');
    write('a.py');
    git('config', 'core.fsmonitor', `touch ${join(root, 'ran')}; false`);
    assert.deepEqual(await listed(), ['a.py']);
    assert.equal(existsSync(join(root, 'ran')), false);
  });

  it('leaves out installed packages and virtual environments', async () => {
    write('a.py', 'env/pyvenv.cfg', 'env/lib/x.py', 'lib/site-packages/y.py', 'node_modules/z.js', 'venv.py');
    assert.deepEqual(await listed(), ['a.py', 'venv.py']);
  });

  it('survives loops of symbolic links', async () => {
    write('sub/a.py');
    symlinkSync(root, join(root, 'sub/loop'));
    symlinkSync('self', join(root, 'self'));
    assert.deepEqual(await listed(), ['sub/a.py']);
  });

  it('says why a file cannot be read', async () => {
    const files = new NodeFiles(root);
    write('big.py');
    mkdirSync(join(root, 'folder.py'));
    symlinkSync('loop.py', join(root, 'loop.py'));
    const reason = async (path: string, limit?: number) => {
      const read = await files.read(path, limit);
      return read.ok ? 'read' : english(read.error);
    };
    assert.equal(await reason('big.py'), 'read');
    assert.match(await reason('big.py', 3), /too large/);
    assert.match(await reason('folder.py'), /not a regular file/);
    assert.match(await reason('missing.py'), /no such file/);
    assert.match(await reason('loop.py'), /loop of symbolic links/);
  });
});

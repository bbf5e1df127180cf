import { isSpelledAsPath } from '../../localPath';
import type { SyntaxNode } from '../../syntax';
import type { Here } from '../evaluator';
import { addTexts, mapTexts } from '../textOperations';
import { join, sequence, text, type TextValue, type Value, type Values } from '../values';
import type { LibraryCall, LibraryFunction, LibraryFunctions } from './calls';

/** A folder whose name nobody knows before. */
export const temporaryFolder = text('/tmp/…');

/** `tempfile.TemporaryDirectory()`: what `with` binds it to, and its `name`, is the folder. */
export function isTemporaryFolder(value: Value): boolean {
  return value.kind === 'object' && value.path.join('.') === 'tempfile.TemporaryDirectory';
}

/** Parts of a path put together as `os.path.join` and `Path / part` do: with `/`, an absolute part beginning anew. */
export function joinPaths(parts: readonly Values[], node: SyntaxNode, here: Here): Values {
  const [first = [], ...rest] = parts;
  return rest.reduce((left, right) => joinTwo(left, right, node, here), first);
}

function joinTwo(left: Values, right: Values, node: SyntaxNode, here: Here): Values {
  const absolute = right.filter((value) => value.kind === 'text' && value.text.startsWith('/'));
  const relative = right.filter((value) => !absolute.includes(value));
  const bases = left.map((value) =>
    value.kind === 'text'
      ? { ...value, text: value.text === '' ? '' : `${value.text.replace(/\/+$/, '')}/` }
      : value,
  );
  return join(absolute, relative.length > 0 ? addTexts([bases, relative], node, here) : []);
}

function joined({ args, site, here }: LibraryCall): Values {
  const parts = args.positional.map((thunk) => thunk());
  if (args.more) parts.push(args.more());
  return parts.length === 1 ? (parts[0] ?? []) : joinPaths(parts, site.node, here);
}

/** `path.joinpath(…)`: the receiver is the first part. */
function joinedTo({ callee, args, site, here }: LibraryCall): Values {
  return joinPaths(
    [callee.receiver ? [callee.receiver] : [], ...args.positional.map((thunk) => thunk())],
    site.node,
    here,
  );
}

/** A function of a path's text. */
function change(apply: (path: string) => string): LibraryFunction {
  return ({ callee, args, site, here }) =>
    mapTexts(
      callee.receiver ? [callee.receiver] : (args.get(0, ['path', 'p']) ?? []),
      site.node,
      here,
      apply,
    );
}

const same = change((path) => path);
/** What is made absolute is a path, however it is spelled. */
const absolute = change((path) => (isSpelledAsPath(path) ? path : `./${path}`));
const parent = (path: string) => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.');
const base = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export const pathCalls: LibraryFunctions = {
  'os.path.join': joined,
  'posixpath.join': joined,
  'pathlib.Path': joined,
  'pathlib.PurePath': joined,
  'pathlib.PosixPath': joined,
  'pathlib.Path.home': () => [text('~')],
  'pathlib.Path.cwd': () => [text('.')],
  'os.path.dirname': change(parent),
  'os.path.basename': change(base),
  'os.path.abspath': absolute,
  'os.path.realpath': absolute,
  'os.path.normpath': same,
  'os.path.expanduser': same,
  'os.path.expandvars': same,
  'os.fspath': same,
  'builtins.str.joinpath': joinedTo,
  'builtins.str.resolve': absolute,
  'builtins.str.absolute': absolute,
  'builtins.str.expanduser': same,
  'builtins.str.as_posix': same,
  'builtins.str.__str__': same,
  'tempfile.mkdtemp': () => [temporaryFolder],
};

function parentsOf(value: TextValue): (() => Values)[] {
  const parents: (() => Values)[] = [];
  for (let path = parent(value.text); parents.length < 8; path = path === '.' ? '..' : parent(path)) {
    const above = path;
    parents.push(() => [{ ...value, text: above, literal: null }]);
  }
  return parents;
}

/** Attributes that only a path has; null for others. */
export function pathAttribute(value: TextValue, name: string): Values | null {
  switch (name) {
    case 'parent':
      return [{ ...value, text: parent(value.text), literal: null }];
    case 'name':
      return [{ ...value, text: base(value.text), literal: null }];
    case 'stem':
      return [{ ...value, text: base(value.text).replace(/\.[^.]*$/, ''), literal: null }];
    case 'parents':
      return [sequence(parentsOf(value))];
    default:
      return null;
  }
}

/** Finds the corpus: a case is a file in a shape's folder, or a folder there that stands for a workspace. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeSource } from '../../src/platform/decode';
import { type Expectation, parseExpectation } from './expectation';

export const corpusRoot = join(import.meta.dirname, '../fixtures/corpus');

/** One case: a small workspace, and what some of its files expect. */
export interface CorpusCase {
  /** `shape/name`. */
  readonly name: string;
  readonly shape: string;
  /** All files of the case's workspace, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** The files to analyse. */
  readonly expectations: ReadonlyMap<string, Expectation>;
}

/** All cases; none is an error, for a run that tested nothing must not pass. */
export function readCases(root = corpusRoot): CorpusCase[] {
  const shapes = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
  const cases = shapes.flatMap((shape) =>
    readdirSync(join(root, shape))
      .filter((name) => !name.endsWith('.expect'))
      .map((name) => readCase(root, shape, name)),
  );
  if (cases.length === 0) throw new Error(`no cases in ${root}`);
  return cases;
}

function readCase(root: string, shape: string, name: string): CorpusCase {
  const path = join(root, shape, name);
  const folder = statSync(path).isDirectory();
  const paths = folder ? filesBelow(path, '') : withSidecar(join(root, shape), name);
  const files = new Map(paths.map((file) => [file, read(join(folder ? path : join(root, shape), file))]));
  const expectations = new Map<string, Expectation>();
  for (const [file, text] of files) {
    const lines = expectationLines(text) ?? files.get(`${file}.expect`)?.split('\n');
    if (lines && !file.endsWith('.expect')) expectations.set(file, parse(`${shape}/${name}`, lines));
  }
  if (expectations.size === 0) throw new Error(`${shape}/${name} expects nothing: add a block, or "none"`);
  const sources = new Map([...files].filter(([file]) => !file.endsWith('.expect')));
  return { name: `${shape}/${name}`, shape, files: sources, expectations };
}

function parse(name: string, lines: readonly string[]): Expectation {
  try {
    return parseExpectation(lines);
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  }
}

function withSidecar(folder: string, name: string): string[] {
  return readdirSync(folder).includes(`${name}.expect`) ? [name, `${name}.expect`] : [name];
}

function filesBelow(root: string, below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

function read(path: string): string {
  return decodeSource(readFileSync(path)).text;
}

const blockLine = /^(?:#|\/\/)>(.*)$/;

/** The `#>` lines of a file, or undefined when it has none. */
function expectationLines(text: string): string[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => blockLine.exec(line)?.[1] ?? []);
  return lines.length > 0 ? lines : undefined;
}

/** A file's text without its `#>` lines, which stand at the end: nothing is searched in them. */
export function withoutExpectation(text: string): string {
  const block = /^(?:#|\/\/)>/m.exec(text);
  return block ? text.slice(0, block.index) : text;
}

import type { Parser } from 'web-tree-sitter';
import { message } from '../../shared/message';
import { comparePlaces } from '../../shared/positions';
import type { OpenDocument } from '../analyzer';
import { SignatureIndex } from '../signatureIndex';
import { families } from '../signatures/families';
import type { SourceDocument, WorkspaceView } from '../source';
import { skipMagics } from './magics';
import { shellFacts } from './shellParts';
import { type CommentRange, readSuppressions } from '../suppressions';
import { syntaxProblems } from '../syntaxProblems';
import { SourceText } from '../text';
import type { FileFacts, FileProblem } from '../usage';
import { Evaluator } from './evaluator';
import { ForeignMemory } from './foreignMemory';
import { ForeignNames } from './foreignNames';
import { UsageFinder } from './finder';
import { knownLibraries } from './knownLibraries';
import { libraryFunctions } from './libraries/calls';
import { type PythonModule, parseModule } from './module';
import { mayBorrowLoader, mayHoldLoader } from './glance';
import { OpenPython, type OpenState } from './openPython';
import { type Outline, outline } from './outline';
import { type ModuleFile, World } from './world';

/** Code beyond this is not analysed; no person writes such a file, and a parser takes seconds for it. */
export const maxCodeCharacters = 2_000_000;
/** Parsed modules are kept for the next question up to this much source: their trees take far more room than the text. */
const keptCharacters = 1_000_000;

/** Analyses Python files and notebooks. */
export class PythonAnalyzer {
  /** Modules by path; the text says whether one still holds. The oldest are let go. */
  private readonly modules = new Map<string, { readonly text: string; readonly module: PythonModule }>();

  private readonly foreign = new ForeignMemory();
  private readonly functions = libraryFunctions();
  private kept = 0;

  /** @param signatures another index than that of all tables, for tests */
  constructor(
    private readonly parser: Parser,
    private readonly signatures = new SignatureIndex(families, 'python'),
  ) {}

  analyze(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    return this.facts(document, workspace, null);
  }

  /** The facts of a document without a word of any library: it can only load by what it takes from the workspace. */
  analyzeBorrower(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    const source = pythonText(document);
    const own = () => this.parsed(source);
    const world = this.world(source, workspace, own, null);
    const foreign = new ForeignNames(world, this.signatures, this.foreign);
    if (mayBorrowLoader(source.text, source.path, foreign)) return this.facts(document, workspace, null);
    return withShell(withoutUsages(source, []), document, world, own);
  }

  openDocument(document: SourceDocument): OpenDocument {
    return new OpenPython(document, this.parser, (current, workspace, state) =>
      this.facts(current, workspace, state),
    );
  }

  /** With the state of an open document, what it kept of the text before is used, and it keeps what it may. */
  private facts(document: SourceDocument, workspace: WorkspaceView, state: OpenState | null): FileFacts {
    const source = pythonText(document);
    if (source.text.length > maxCodeCharacters) return tooLarge(document.path, source.text.length);
    const open = state && state.module(source, workspace);
    const outlines = open?.outlines ?? source.cells.map(({ text }) => outline(text));
    // Parsed anew: of a module that was parsed for others' sake more may be read, and more errors be told.
    let parsed: PythonModule | null = null;
    const own = () => open?.module ?? (parsed ??= this.parsedAnew(source, outlines));
    const world = this.world(source, workspace, own, open ? state : null);
    const foreign = new ForeignNames(world, this.signatures, this.foreign);
    if (!mayHoldLoader(outlines, source.path, this.signatures, foreign, open?.module.index.words)) {
      return withShell(withoutUsages(source, outlines), document, world, own);
    }
    const facts = this.factsOf(own(), world, foreign, open ? state : null, commentsOf(source, outlines));
    return withShell(facts, document, world, own);
  }

  private world(
    source: SourceText,
    workspace: WorkspaceView,
    own: () => PythonModule,
    state: OpenState | null,
  ): World {
    const parse = ({ path, text }: ModuleFile) =>
      path === source.path
        ? own()
        : this.parsed(new SourceText(path, [{ cell: null, text: text.slice(0, maxCodeCharacters) }]));
    const isLibrary = (root: string) => this.signatures.isRoot(root) || knownLibraries.has(root);
    return new World(workspace, source, parse, isLibrary, state?.listener);
  }

  private factsOf(
    module: PythonModule,
    world: World,
    foreign: ForeignNames,
    state: OpenState | null,
    comments: readonly CommentRange[],
  ): Said {
    const evaluator = new Evaluator(world, state?.listener, this.functions);
    const finder = new UsageFinder(
      this.signatures,
      evaluator.here(module, null),
      foreign,
      state?.memory ?? null,
    );
    const usages = finder.find();
    state?.finish();
    return {
      file: module.path,
      usages: usages.sort((a, b) => comparePlaces(a.place, b.place)),
      suppressions: readSuppressions(module.source, comments),
      problems: [
        ...syntaxProblems(module.source, module.errors),
        ...(evaluator.exhausted ? [tooInvolved] : []),
      ],
    };
  }

  /** A module that was parsed lately, or parses it: files of one package import each other over and over. */
  private parsed(source: SourceText): PythonModule {
    const known = this.modules.get(source.path);
    const isKnown = known && known.text === source.text && sameCells(known.module.source, source);
    return isKnown ? this.keep(known.module) : this.parsedAnew(source);
  }

  private parsedAnew(source: SourceText, outlines?: readonly Outline[]): PythonModule {
    return this.keep(parseModule(this.parser, source, outlines));
  }

  private keep(module: PythonModule): PythonModule {
    const { source } = module;
    this.forget(source.path);
    this.modules.set(source.path, { text: source.text, module });
    this.kept += source.text.length;
    for (const oldest of this.modules.keys()) {
      if (this.kept <= keptCharacters || oldest === source.path) break;
      this.forget(oldest);
    }
    return module;
  }

  private forget(path: string): void {
    this.kept -= this.modules.get(path)?.text.length ?? 0;
    this.modules.delete(path);
  }
}

const tooInvolved: FileProblem = {
  message: message('too involved to be followed to its end: a model may be missing or unresolved'),
  place: null,
};

/** All facts but what was asked on the way to them. */
type Said = Omit<FileFacts, 'asked'>;

/** The Python of a document. */
function pythonText({ path, cells }: SourceDocument): SourceText {
  return new SourceText(
    path,
    cells.map((cell) => ({ cell: cell.cell, text: withLineFeeds(skipMagics(cell)) })),
  );
}

/** Python takes a carriage return alone for the end of a line, the grammar does not. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** The facts with what the shell code of a notebook adds. */
function withShell(facts: Said, document: SourceDocument, world: World, own: () => PythonModule): FileFacts {
  const here = () => new Evaluator(world).here(own(), null);
  const shell = shellFacts(document, here, (path) => world.standsAt(path, document.path) === 'model');
  if (!shell) return { ...facts, asked: world.asked };
  return {
    ...facts,
    usages: [...facts.usages, ...shell.usages].sort((a, b) => comparePlaces(a.place, b.place)),
    suppressions: [...facts.suppressions, ...shell.suppressions],
    asked: world.asked,
  };
}

/** The facts of a source that calls no loader. */
function withoutUsages(source: SourceText, outlines: readonly Outline[]): Said {
  return {
    file: source.path,
    usages: [],
    suppressions: readSuppressions(source, commentsOf(source, outlines)),
    problems: [],
  };
}

function commentsOf(source: SourceText, outlines: readonly Outline[]): CommentRange[] {
  return outlines.flatMap(({ comments }, index) => {
    const base = source.startOf(index);
    return comments.map(({ start, end }) => ({ start: start + base, end: end + base }));
  });
}

function sameCells(a: SourceText, b: SourceText): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every(({ cell, text }, index) => cell === b.cells[index]?.cell && text === b.cells[index]?.text)
  );
}

function tooLarge(file: string, characters: number): FileFacts {
  const text = message(
    'not analysed: {0} MB of code, the limit is {1} MB',
    Math.ceil(characters / 1e6),
    maxCodeCharacters / 1e6,
  );
  return { file, usages: [], suppressions: [], problems: [{ message: text, place: null }], asked: [] };
}

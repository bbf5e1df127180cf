import type { Parser } from 'web-tree-sitter';
import { message } from '../../../shared/message';
import { comparePlaces } from '../../../shared/positions';
import { SignatureIndex } from '../../signatureIndex';
import { families } from '../../signatures/families';
import type { Language, SourceDocument, WorkspaceView } from '../../source';
import { readSuppressions } from '../../suppressions';
import { child } from '../../syntax';
import { syntaxProblems } from '../../syntaxProblems';
import { SourceText } from '../../text';
import type { FileFacts, Usage } from '../../usage';
import { ScriptEvaluator } from './evaluator';
import { ScriptModule } from './module';
import { ScriptUsageReader } from './usages';
import { ScriptWorld } from './world';

/** The languages that this analyzer reads. */
export type ScriptLanguage = Extract<Language, 'javascript' | 'typescript' | 'tsx'>;

/** Code beyond this is a bundle that a tool wrote. */
const maxCodeCharacters = 1_000_000;

/** Analyses JavaScript and TypeScript. A language whose grammar is not there has no usages. */
export class ScriptAnalyzer {
  private readonly signatures = new SignatureIndex(families, 'javascript');

  constructor(private readonly parsers: Readonly<Partial<Record<ScriptLanguage, Parser>>>) {}

  analyze(document: SourceDocument, workspace: WorkspaceView): FileFacts {
    const source = SourceText.of(document);
    const parser = this.parsers[document.language as ScriptLanguage];
    if (!parser) return nothing(document.path);
    if (source.text.length > maxCodeCharacters) return tooLarge(document.path, source.text.length);
    const module = ScriptModule.parse(parser, source);
    const world = new ScriptWorld(workspace, this.moduleReader(module));
    const usages = this.usages(module, new ScriptEvaluator(world));
    return {
      file: document.path,
      usages: usages.sort((a, b) => comparePlaces(a.place, b.place)),
      suppressions: readSuppressions(source, module.syntax.comments),
      problems: syntaxProblems(source, module.syntax.errors),
      asked: world.asked,
    };
  }

  private usages(module: ScriptModule, evaluator: ScriptEvaluator): Usage[] {
    const found: Usage[] = [];
    for (const node of module.index.calls) {
      evaluator.start();
      const callee = child(node, 'function') ?? child(node, 'constructor');
      if (!callee || callee.type === 'import') continue;
      for (const value of evaluator.evaluate(callee, module)) {
        if (value.kind !== 'external' || value.made) continue;
        const matches = this.signatures.match(value.path);
        const read = matches.map((match) =>
          new ScriptUsageReader({ node, path: value.path, match }, module, evaluator).read(),
        );
        found.push(...read.filter((usage) => usage !== null));
      }
    }
    return found;
  }

  /** Modules of the folder that this one imports, each parsed once. */
  private moduleReader(main: ScriptModule): (path: string, text: string) => ScriptModule {
    const modules = new Map([[main.path, main]]);
    return (path, text) => {
      const parser = this.parsers[languageOfModule(path)] ?? this.parsers.javascript;
      const known = modules.get(path);
      if (known || !parser) return known ?? main;
      const source = new SourceText(path, [{ cell: null, text: text.slice(0, maxCodeCharacters) }]);
      const module = ScriptModule.parse(parser, source);
      modules.set(path, module);
      return module;
    };
  }
}

function languageOfModule(path: string): ScriptLanguage {
  if (/\.[jt]sx$/.test(path)) return path.endsWith('.tsx') ? 'tsx' : 'javascript';
  return /\.[cm]?ts$/.test(path) ? 'typescript' : 'javascript';
}

function nothing(file: string): FileFacts {
  return { file, usages: [], suppressions: [], problems: [], asked: [] };
}

function tooLarge(file: string, characters: number): FileFacts {
  const text = message(
    'not analysed: {0} MB of code, the limit is {1} MB',
    Math.ceil(characters / 1e6),
    maxCodeCharacters / 1e6,
  );
  return { ...nothing(file), problems: [{ message: text, place: null }] };
}

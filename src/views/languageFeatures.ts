import { languages } from 'vscode';
import type { Catalogue } from '../db/catalogue';
import { DisposableOwner } from '../shared/disposable';
import type { Result } from '../shared/result';
import { IdCompletion } from './completion';
import { ModelLinks } from './documentLinks';
import { selector } from './documents';
import { FindingFixes } from './fixes';
import type { Folders } from './folders';
import { ModelHover } from './hover';
import type { ModelFinder } from './modelFinder';
import type { OpenDocuments } from './openDocuments';
import { ModelReferences } from './references';

/** What the language features ask. */
export interface FeatureParts {
  readonly folders: Folders;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
  readonly catalogue: () => Promise<Result<Catalogue>>;
}

/** What the editor asks about a document: hover, quick fixes, references, links, completion. */
export class LanguageFeatures extends DisposableOwner {
  constructor({ folders, finder, documents, catalogue }: FeatureParts) {
    super();
    this.register(languages.registerHoverProvider(selector, new ModelHover(finder, documents)));
    this.register(
      languages.registerCodeActionsProvider(selector, new FindingFixes(folders), {
        providedCodeActionKinds: FindingFixes.kinds,
      }),
    );
    this.register(languages.registerReferenceProvider(selector, new ModelReferences(finder, documents)));
    this.register(languages.registerDocumentLinkProvider(selector, new ModelLinks(folders, documents)));
    const completion = new IdCompletion(finder, documents, catalogue);
    this.register(languages.registerCompletionItemProvider(selector, completion, ...IdCompletion.triggers));
  }
}

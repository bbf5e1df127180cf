import { languages } from 'vscode';
import type { KnownModels } from '../db/layered';
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
import { LicenseHints } from './licenseHints';
import { ModelLenses } from './modelLenses';
import { ModelReferences } from './references';
import type { SettingsStore } from './settings';

/** What the language features ask. */
export interface FeatureParts {
  readonly folders: Folders;
  readonly finder: ModelFinder;
  readonly documents: OpenDocuments;
  readonly settings: SettingsStore;
  readonly catalogue: () => Promise<Result<KnownModels>>;
}

/** What the editor asks about a document: hover, quick fixes, references, links, completion, lenses and hints. */
export class LanguageFeatures extends DisposableOwner {
  constructor(parts: FeatureParts) {
    super();
    const { finder, documents, catalogue } = parts;
    this.register(languages.registerHoverProvider(selector, new ModelHover(finder, documents)));
    this.register(
      languages.registerCodeActionsProvider(selector, new FindingFixes(parts), {
        providedCodeActionKinds: FindingFixes.kinds,
      }),
    );
    this.register(languages.registerReferenceProvider(selector, new ModelReferences(finder, documents)));
    this.register(languages.registerDocumentLinkProvider(selector, new ModelLinks(parts)));
    const completion = new IdCompletion(finder, documents, catalogue);
    this.register(languages.registerCompletionItemProvider(selector, completion, ...IdCompletion.triggers));
    const lenses = this.register(new ModelLenses(parts));
    this.register(languages.registerCodeLensProvider(selector, lenses));
    const hints = this.register(new LicenseHints(parts, finder));
    this.register(languages.registerInlayHintsProvider(selector, hints));
  }
}

import type { CancellationToken, Location, Position, ReferenceProvider, TextDocument } from 'vscode';
import { usagePlace } from '../present/usagePlace';
import type { ModelFinder } from './modelFinder';
import type { OpenDocuments } from './openDocuments';

/** All usages of a model in the workspace, each where it is loaded. */
export function usageLocations(finder: ModelFinder, id: string): Location[] {
  return finder.usagesOf(id).map(({ folder, entry: { usage, models } }) => {
    const model = models.find((each) => each.id === id);
    return folder.locationOf(usagePlace(usage, model?.written ?? null));
  });
}

/** "Find All References" on a model id finds every place that loads the model, however the id gets there. */
export class ModelReferences implements ReferenceProvider {
  constructor(
    private readonly finder: ModelFinder,
    private readonly documents: OpenDocuments,
  ) {}

  async provideReferences(
    document: TextDocument,
    position: Position,
    _context: unknown,
    token: CancellationToken,
  ): Promise<Location[]> {
    await this.documents.ensure(document);
    const found = token.isCancellationRequested ? null : this.finder.at(document, position);
    return (found?.models ?? []).flatMap(({ id }) => usageLocations(this.finder, id));
  }
}

import type { WorkspaceView } from '../../source';
import type { Asked } from '../../usage';
import type { ScriptModule } from './module';
import { modulePaths } from './packages';

/** What the evaluator may know of other files; notes all that it asks. */
export class ScriptWorld {
  private readonly noted = new Map<string, Asked>();

  constructor(
    private readonly workspace: WorkspaceView,
    private readonly parse: (path: string, text: string) => ScriptModule,
  ) {}

  get asked(): readonly Asked[] {
    return [...this.noted.values()];
  }

  /** The module that a relative import means; null when there is none. */
  moduleAt(source: string, from: ScriptModule): ScriptModule | null | 'pending' {
    let pending = false;
    for (const path of modulePaths(from.path, source)) {
      this.note('module', path);
      const text = this.workspace.source(path);
      if (text === 'pending') pending = true;
      else if (text !== null && !pending) return this.parse(path, text);
    }
    return pending ? 'pending' : null;
  }

  /** Whether a folder of the workspace holds a model. */
  isModel(path: string): boolean {
    this.note('path', path);
    return this.workspace.path(path) === 'model';
  }

  private note(kind: Asked['kind'], path: string): void {
    this.noted.set(`${kind} ${path}`, { kind, path });
  }
}

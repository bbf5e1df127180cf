import { type Diagnostic, type DiagnosticCollection, languages, type Uri, workspace } from 'vscode';
import type { Finding } from '../rules/finding';
import { DisposableOwner } from '../shared/disposable';
import { takeSteps } from '../shared/slices';
import { breathe } from './breathe';
import { type DiagnosticOptions, toDiagnostic } from './diagnostic';
import type { Folder } from './folder';
import type { Folders } from './folders';
import { Latest } from './latest';

/** Changes are shown together: a scan announces many. */
const pause = 100;

/** What is shown of one file. */
interface Shown {
  readonly findings: readonly Finding[];
  readonly uris: readonly Uri[];
}

interface FileDiagnostics {
  readonly uri: Uri;
  readonly diagnostics: Diagnostic[];
}

/** Shows the findings of all inventories in the Problems panel; only files whose findings changed are touched. */
export class Problems extends DisposableOwner {
  private readonly collection: DiagnosticCollection = this.register(
    languages.createDiagnosticCollection('ptm-lens'),
  );
  private readonly shown = new Map<Folder, Map<string, Shown>>();
  private readonly waiting = new Set<Folder>();
  private readonly queue = this.register(new Latest(() => this.showWaiting(), pause));

  constructor(
    private readonly folders: Folders,
    private readonly options: DiagnosticOptions,
  ) {
    super();
    this.register(folders.onDidChange((folder) => this.refresh(folder)));
    this.register(folders.onDidRemove((folder) => this.forget(folder)));
    // The places of a notebook are in its cells while it is open, and in the file otherwise.
    this.register(workspace.onDidOpenNotebookDocument(({ uri }) => this.renew(uri)));
    this.register(workspace.onDidCloseNotebookDocument(({ uri }) => this.renew(uri)));
  }

  private refresh(folder: Folder): void {
    this.waiting.add(folder);
    this.queue.soon();
  }

  private renew(uri: Uri): void {
    const located = this.folders.locate(uri);
    if (!located) return;
    this.hide(this.shown.get(located.folder)?.get(located.path));
    this.shown.get(located.folder)?.delete(located.path);
    this.refresh(located.folder);
  }

  private async showWaiting(): Promise<void> {
    for (const folder of this.waiting) {
      this.waiting.delete(folder);
      await takeSteps(this.show(folder), breathe);
    }
  }

  /** In steps of a finding each. A folder that goes meanwhile is forgotten, and nothing more of it is shown. */
  private *show(folder: Folder): Generator<undefined, void> {
    const shown = this.shown.get(folder) ?? new Map<string, Shown>();
    this.shown.set(folder, shown);
    const wanted = this.folders.visible.includes(folder)
      ? findingsByFile(folder)
      : new Map<string, Finding[]>();
    for (const [file, findings] of wanted) {
      const known = shown.get(file);
      if (known && sameFindings(known.findings, findings)) continue;
      const files = yield* this.diagnosticsOf(folder, findings);
      if (this.shown.get(folder) !== shown) return;
      shown.set(file, this.showFile(findings, files, known));
    }
    for (const [file, known] of shown) {
      if (wanted.has(file)) continue;
      this.hide(known);
      shown.delete(file);
    }
  }

  private *diagnosticsOf(
    folder: Folder,
    findings: readonly Finding[],
  ): Generator<undefined, ReadonlyMap<string, FileDiagnostics>> {
    const byUri = new Map<string, FileDiagnostics>();
    for (const finding of findings) {
      const uri = folder.documentOf(finding.place);
      const group = byUri.get(uri.toString()) ?? { uri, diagnostics: [] };
      group.diagnostics.push(toDiagnostic(finding, folder, this.options));
      byUri.set(uri.toString(), group);
      yield;
    }
    return byUri;
  }

  private showFile(
    findings: readonly Finding[],
    byUri: ReadonlyMap<string, FileDiagnostics>,
    before: Shown | undefined,
  ): Shown {
    for (const { uri, diagnostics } of byUri.values()) this.collection.set(uri, diagnostics);
    for (const uri of before?.uris ?? []) if (!byUri.has(uri.toString())) this.collection.delete(uri);
    return { findings, uris: [...byUri.values()].map(({ uri }) => uri) };
  }

  private hide(shown: Shown | undefined): void {
    for (const uri of shown?.uris ?? []) this.collection.delete(uri);
  }

  private forget(folder: Folder): void {
    for (const shown of this.shown.get(folder)?.values() ?? []) this.hide(shown);
    this.shown.delete(folder);
    this.waiting.delete(folder);
  }
}

/** The findings that are to be shown, by the file they stand in: not always the file whose usage they are about. */
function findingsByFile({ uri, inventory: { current } }: Folder): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  // Documents outside every folder belong to no project that could lack a licence.
  const project = uri === null ? [] : current.projectFindings;
  for (const finding of [...project, ...current.files.flatMap(({ findings }) => findings)]) {
    if (finding.suppressed) continue;
    const known = byFile.get(finding.place.file);
    if (known) known.push(finding);
    else byFile.set(finding.place.file, [finding]);
  }
  return byFile;
}

function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, index) => finding === b[index]);
}

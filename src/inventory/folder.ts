import { languageOf } from '../analyzer/document';
import type { SourceDocument } from '../analyzer/source';
import type { FileFacts } from '../analyzer/usage';
import { isLicenseEvidence } from '../licenses/detect';
import { evaluateProject } from '../rules/evaluate';
import type { Policy } from '../rules/policy/policy';
import { isPolicyFile } from '../rules/policy/read';
import { DisposableOwner } from '../shared/disposable';
import { Emitter } from '../shared/events';
import type { Cancellation } from '../shared/host';
import type { Message } from '../shared/message';
import { inSlices } from '../shared/slices';
import { Dependents } from './dependents';
import { type DescriptionContext, tellsSomething } from './describe';
import { Descriptions } from './descriptions';
import type { FolderParts } from './folderParts';
import { LocalCards } from './localCards';
import { noProject, readProjectState } from './projectState';
import { type Models, rememberingLookups } from './rememberedLookups';
import type { ScannedFile } from './scanner';
import type { FileEntry, Inventory } from './types';

/** Files whose cards are looked for at a time. */
const atATime = 64;

/** The inventory of one workspace folder: scanned once, then kept up to date file by file. */
export class FolderInventory extends DisposableOwner {
  private readonly changed = this.register(new Emitter<undefined>());
  /** Fires after the inventory changed; many changes of one scan fire now and then, and once at the end. */
  readonly onDidChange = this.changed.event;

  private paths = new Set<string>();
  private readonly facts = new Map<string, FileFacts>();
  private readonly skipped = new Map<string, Message>();
  private readonly dependents = new Dependents();
  /** Texts of open documents that differ from the stored files. */
  private readonly open = new Map<string, SourceDocument>();
  /** Counts the changes of a path, so that an answer that was overtaken is dropped. */
  private readonly revisions = new Map<string, number>();
  private entries = new Map<string, FileEntry>();
  private readonly localCards: LocalCards;
  private readonly descriptions: Descriptions;
  private listingProblems: Inventory['skipped'] = [];
  private project = noProject;
  private catalogue: Models | null = null;
  /** The catalogue with a memory, for as long as nothing is said to have changed in it. */
  private models: Models | null = null;
  private snapshot: Inventory | null = null;

  constructor(private readonly parts: FolderParts) {
    super();
    this.register(parts.scanner);
    this.localCards = new LocalCards(parts.files);
    this.descriptions = new Descriptions(
      () => this.descriptionContext(),
      (facts, entry) => this.takeEntry(facts, entry),
      parts.breathe,
    );
  }

  /** The inventory as it is now. */
  get current(): Inventory {
    return (this.snapshot ??= this.takeSnapshot());
  }

  /** The policy that holds in this folder. */
  get policy(): Policy {
    return this.project.policy;
  }

  /** Whether the folder's policy and licences have been read: until then `policy` is nobody's. */
  get isProjectRead(): boolean {
    return this.project !== noProject;
  }

  /** Looks every model up again, after the catalogue has learnt something; analyses and reads no file. */
  async lookUpAgain(): Promise<void> {
    this.models = this.catalogue && rememberingLookups(this.catalogue);
    await this.describeAll();
    this.announce();
  }

  /** One file's part, or undefined when nothing is known of it. */
  fileEntry(path: string): FileEntry | undefined {
    return this.entries.get(path);
  }

  /**
   * Looks at every file of the folder, or at `only` those. `progress` hears how many of how many are done. When cancelled,
   * what was found until then stays.
   */
  async scan(
    progress: (done: number, total: number) => void,
    cancellation: Cancellation,
    only?: readonly string[],
  ): Promise<void> {
    const listing = await this.parts.files.list(cancellation);
    const listed = listing.files.filter((path) => !this.parts.excluded?.(path));
    this.listingProblems = listing.skipped;
    await this.readProject(listed);
    const sources = (only ?? listed).filter((path) => languageOf(path) !== null);
    this.dropMissing(new Set([...listed, ...sources]));
    await this.scanFiles(sources, progress, cancellation);
    this.localCards.clear();
    await this.learnCards(this.facts.values());
    await this.descriptions.settled();
    this.announce();
  }

  /** A file was written, created or renamed to `path`: it and what rests on it are analysed again. */
  async update(path: string): Promise<void> {
    this.open.delete(path);
    this.parts.scanner.forget(path);
    const language = languageOf(path);
    if (language !== null && !this.parts.excluded?.(path)) {
      this.paths.add(path);
      await this.rescan(path);
    }
    await this.afterChange(path);
  }

  /** An open document has a text that is not stored yet. */
  async updateText(document: SourceDocument): Promise<void> {
    const { path } = document;
    this.open.set(path, document);
    this.paths.add(path);
    await this.rescan(path);
    this.announce();
  }

  /** A file is gone. */
  async remove(path: string): Promise<void> {
    this.open.delete(path);
    this.parts.scanner.forget(path);
    this.bump(path);
    this.drop(path);
    await this.afterChange(path);
  }

  private async scanFiles(
    sources: readonly string[],
    progress: (done: number, total: number) => void,
    cancellation: Cancellation,
  ): Promise<void> {
    const started = new Map(this.revisions);
    let done = 0;
    progress(done, sources.length);
    const accept = (scanned: ScannedFile) => {
      // A file that changed while it was scanned has been analysed again since.
      if (this.revisions.get(scanned.file) === started.get(scanned.file)) {
        this.accept(scanned);
        if (scanned.facts) this.describeLater(scanned.facts);
      }
      progress(++done, sources.length);
    };
    await this.parts.scanner.scan(sources, accept, cancellation);
  }

  private async afterChange(path: string): Promise<void> {
    const wasCard = this.localCards.forget(path);
    for (const dependent of this.dependents.of(path)) await this.rescan(dependent);
    if (wasCard) {
      await this.learnCards(this.facts.values());
      await this.describeAll();
    }
    if (isLicenseEvidence(path) || isPolicyFile(path)) {
      const { files } = await this.parts.files.list({ cancelled: false });
      await this.readProject(files);
    }
    this.announce();
  }

  /** Analyses one file, from its open text if it has one. */
  private async rescan(path: string): Promise<void> {
    const revision = this.bump(path);
    const accept = (scanned: ScannedFile) => {
      if (this.revisions.get(path) === revision) this.accept(scanned);
    };
    await this.openCatalogue();
    const document = this.open.get(path);
    if (document) accept({ file: path, facts: await this.parts.scanner.analyze(document), skipped: null });
    else await this.parts.scanner.scan([path], accept, { cancelled: false });
    const facts = this.facts.get(path);
    if (!facts) return;
    await this.localCards.learn(facts);
    await this.descriptions.now(facts);
  }

  /** What was said of the file stays until its new facts are described: what is shown must not flicker. */
  private accept({ file, facts, skipped }: ScannedFile): void {
    if (!facts) this.drop(file);
    this.paths.add(file);
    if (facts) {
      this.facts.set(file, facts);
      this.dependents.set(file, facts.asked);
    }
    if (skipped) this.skipped.set(file, skipped);
    else this.skipped.delete(file);
    this.snapshot = null;
  }

  private drop(file: string): void {
    this.paths.delete(file);
    this.facts.delete(file);
    this.skipped.delete(file);
    this.entries.delete(file);
    this.dependents.remove(file);
    this.snapshot = null;
  }

  private dropMissing(present: ReadonlySet<string>): void {
    for (const path of [...this.paths]) if (!present.has(path) && !this.open.has(path)) this.drop(path);
  }

  private bump(path: string): number {
    const revision = (this.revisions.get(path) ?? 0) + 1;
    this.revisions.set(path, revision);
    return revision;
  }

  private async readProject(paths: readonly string[]): Promise<void> {
    await this.openCatalogue();
    this.project = await readProjectState(this.parts, paths);
    if (this.facts.size > 0) await this.describeAll();
  }

  private async openCatalogue(): Promise<void> {
    if (!this.catalogue) {
      const opened = await this.parts.catalogue();
      if (opened.ok) this.catalogue = opened.value;
    }
    this.models = this.catalogue && rememberingLookups(this.catalogue);
  }

  private descriptionContext(): DescriptionContext {
    const { projects, policy } = this.project;
    return {
      catalogue: this.models,
      projects,
      localCard: (file, path) => this.localCards.of(file, path),
      policy,
      today: this.parts.today(),
    };
  }

  /** Most files hold nothing, and nothing was told of them before. */
  private describeLater(facts: FileFacts): void {
    if (tellsSomething(facts) || this.entries.has(facts.file)) this.descriptions.later(facts);
  }

  private takeEntry(facts: FileFacts, entry: FileEntry | undefined): void {
    if (this.facts.get(facts.file) !== facts) return;
    if (entry) this.entries.set(facts.file, entry);
    else this.entries.delete(facts.file);
    this.snapshot = null;
  }

  /** Reads the cards of local models that are not known yet, and describes the files that name them once more. */
  private async learnCards(all: Iterable<FileFacts>): Promise<void> {
    const wanting: FileFacts[] = [];
    const ask = (facts: FileFacts) => {
      if (this.localCards.wants(facts)) wanting.push(facts);
    };
    await inSlices(all, ask, this.parts.breathe);
    // Nearly all are nowhere: to wait for each in turn takes longer than to look.
    for (let start = 0; start < wanting.length; start += atATime)
      await Promise.all(wanting.slice(start, start + atATime).map((facts) => this.localCards.learn(facts)));
    const isConcerned = (facts: FileFacts) =>
      this.localCards.has(facts) && this.facts.get(facts.file) === facts;
    for (const facts of wanting) if (isConcerned(facts)) this.descriptions.later(facts);
  }

  private async describeAll(): Promise<void> {
    for (const facts of this.facts.values()) this.describeLater(facts);
    await this.descriptions.settled();
  }

  private takeSnapshot(): Inventory {
    const byPath = (a: { file: string }, b: { file: string }) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
    const files = [...this.entries.values()].sort(byPath);
    const skipped = [...this.skipped].map(([file, reason]) => ({ file, reason }));
    const { projects, policy, findings } = this.project;
    return {
      files,
      projects,
      projectFindings: [
        ...findings,
        ...evaluateProject({ projects, policy, files, today: this.parts.today() }),
      ],
      scanned: this.paths.size,
      skipped: [...this.listingProblems, ...skipped].sort(byPath),
    };
  }

  private announce(): void {
    this.changed.fire(undefined);
  }
}

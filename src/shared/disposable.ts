/** Something that must be let go of. The shape of `vscode.Disposable`, without `vscode`. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables: whoever creates one registers it here in the same expression. */
export abstract class DisposableOwner implements Disposable {
  private readonly owned: Disposable[] = [];
  private disposed = false;

  /** Keeps `item` until this owner is disposed; on a disposed owner it is disposed at once. */
  protected register<T extends Disposable>(item: T): T {
    if (this.disposed) item.dispose();
    else this.owned.push(item);
    return item;
  }

  dispose(): void {
    this.disposed = true;
    for (const item of this.owned.splice(0).reverse()) item.dispose();
  }
}

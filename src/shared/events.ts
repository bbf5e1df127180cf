import type { Disposable } from './disposable';

/** Subscribes a listener; dispose the answer to stop. The shape of `vscode.Event`, without `vscode`. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A source of events, in order of subscription. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
